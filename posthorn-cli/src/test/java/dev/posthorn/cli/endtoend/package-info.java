/** Scenarios from a published event to a receiver, with a real store and real sockets. */
@NullMarked
package dev.posthorn.cli.endtoend;

import org.jspecify.annotations.NullMarked;
