/** Counts of attempts, added to by the writer and read for charts. */
@NullMarked
package dev.posthorn.server.sqlite.statistics;

import org.jspecify.annotations.NullMarked;
