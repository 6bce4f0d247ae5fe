/** How a list finds its rows: keys in order, looked at one by one within a budget. */
@NullMarked
package dev.posthorn.server.store.scan;

import org.jspecify.annotations.NullMarked;
