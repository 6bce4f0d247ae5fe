/** One HTTP exchange within a delivery and what it came back with. */
@NullMarked
package dev.posthorn.core.attempt;

import org.jspecify.annotations.NullMarked;
