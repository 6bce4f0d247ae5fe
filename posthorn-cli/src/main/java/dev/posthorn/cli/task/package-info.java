/** Background work of the server: looking at it, and following it to its end. */
@NullMarked
package dev.posthorn.cli.task;

import org.jspecify.annotations.NullMarked;
