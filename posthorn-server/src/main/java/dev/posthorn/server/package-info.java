/** Puts the core to work: HTTP, storage and sending, wired in one place. */
@NullMarked
package dev.posthorn.server;

import org.jspecify.annotations.NullMarked;
