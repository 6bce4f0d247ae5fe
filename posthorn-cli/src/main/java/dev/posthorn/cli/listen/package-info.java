/** {@code posthorn listen}: where a receiver's requests come from, and for how long. */
@NullMarked
package dev.posthorn.cli.listen;

import org.jspecify.annotations.NullMarked;
