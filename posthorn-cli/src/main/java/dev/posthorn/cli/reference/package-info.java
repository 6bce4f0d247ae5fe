/** The commands described: as a page, and for shells that complete them. */
@NullMarked
package dev.posthorn.cli.reference;

import org.jspecify.annotations.NullMarked;
