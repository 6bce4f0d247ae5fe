/** Reads of pending deliveries for the lanes. */
@NullMarked
package dev.posthorn.server.store.refill;

import org.jspecify.annotations.NullMarked;
