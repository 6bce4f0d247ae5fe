/** Deliveries again: one by one, or all of a window in slices that survive a restart. */
@NullMarked
package dev.posthorn.core.replay;

import org.jspecify.annotations.NullMarked;
