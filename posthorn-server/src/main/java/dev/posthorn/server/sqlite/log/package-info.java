/** Reads of the log: lists in key order within a budget, single rows, on threads of their own. */
@NullMarked
package dev.posthorn.server.sqlite.log;

import org.jspecify.annotations.NullMarked;
