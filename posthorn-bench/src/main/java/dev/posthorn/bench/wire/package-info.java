/** Sockets of the rig on one thread: as little as HTTP/1.1 with kept connections needs. */
@NullMarked
package dev.posthorn.bench.wire;

import org.jspecify.annotations.NullMarked;
