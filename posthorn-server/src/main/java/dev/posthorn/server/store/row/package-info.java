/** How values become columns and columns values again: JSON bodies, binary details, codes. */
@NullMarked
package dev.posthorn.server.store.row;

import org.jspecify.annotations.NullMarked;
