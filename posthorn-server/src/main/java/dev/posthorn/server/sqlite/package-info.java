/** The embedded store: one SQLite file, one writer, its readers apart. */
@NullMarked
package dev.posthorn.server.sqlite;

import org.jspecify.annotations.NullMarked;
