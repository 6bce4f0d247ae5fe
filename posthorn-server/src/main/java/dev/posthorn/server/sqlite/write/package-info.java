/** The writer: one thread, one connection, group commit, checkpoints. */
@NullMarked
package dev.posthorn.server.sqlite.write;

import org.jspecify.annotations.NullMarked;
