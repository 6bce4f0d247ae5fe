/** Whether an endpoint has nothing but failures, since when, and what follows from it. */
@NullMarked
package dev.posthorn.core.health;

import org.jspecify.annotations.NullMarked;
