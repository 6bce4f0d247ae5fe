/** Background work a client can poll. */
@NullMarked
package dev.posthorn.core.task;

import org.jspecify.annotations.NullMarked;
