/** Sequence numbers inside, UUIDv7 outside: one ordered id space for everything stored. */
@NullMarked
package dev.posthorn.core.id;

import org.jspecify.annotations.NullMarked;
