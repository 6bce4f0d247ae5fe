/** Slices of the endpoints and a node's time-limited claim on them. */
@NullMarked
package dev.posthorn.core.shard;

import org.jspecify.annotations.NullMarked;
