/** When a delivery is tried again, and when it is given up. */
@NullMarked
package dev.posthorn.core.retry;

import org.jspecify.annotations.NullMarked;
