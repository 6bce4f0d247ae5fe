/** The store of many nodes: PostgreSQL, written by several connections at once. */
@NullMarked
package dev.posthorn.server.postgres;

import org.jspecify.annotations.NullMarked;
