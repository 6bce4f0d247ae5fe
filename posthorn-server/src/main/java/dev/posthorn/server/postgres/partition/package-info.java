/** Partitions by time: made ahead, dropped when everything in them is old. */
@NullMarked
package dev.posthorn.server.postgres.partition;

import org.jspecify.annotations.NullMarked;
