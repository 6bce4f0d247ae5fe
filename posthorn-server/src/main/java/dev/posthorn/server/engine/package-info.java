/** Runs core's dispatcher on an event loop of its own, beside the sender. */
@NullMarked
package dev.posthorn.server.engine;

import org.jspecify.annotations.NullMarked;
