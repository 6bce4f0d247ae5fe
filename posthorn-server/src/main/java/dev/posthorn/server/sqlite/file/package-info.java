/** The database file: where it lies, who may open it, how, and its schema. */
@NullMarked
package dev.posthorn.server.sqlite.file;

import org.jspecify.annotations.NullMarked;
