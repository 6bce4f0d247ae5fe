/** Reads of pending deliveries for the lanes. */
@NullMarked
package dev.posthorn.server.sqlite.refill;

import org.jspecify.annotations.NullMarked;
