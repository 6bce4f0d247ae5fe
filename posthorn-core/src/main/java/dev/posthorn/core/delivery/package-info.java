/** One event on its way to one endpoint. */
@NullMarked
package dev.posthorn.core.delivery;

import org.jspecify.annotations.NullMarked;
