/** Event types known from the start, with what their data looks like. */
@NullMarked
package dev.posthorn.core.catalogue;

import org.jspecify.annotations.NullMarked;
