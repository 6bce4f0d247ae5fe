/** Publishes events at a given pace, each latency counted from when it was due. */
@NullMarked
package dev.posthorn.bench.load;

import org.jspecify.annotations.NullMarked;
