/** What the stores have in common: rows, scans, failures. */
@NullMarked
package dev.posthorn.server.store;

import org.jspecify.annotations.NullMarked;
