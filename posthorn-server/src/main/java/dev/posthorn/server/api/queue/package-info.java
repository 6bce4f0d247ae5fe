/** What is waiting, in all and per endpoint. */
@NullMarked
package dev.posthorn.server.api.queue;

import org.jspecify.annotations.NullMarked;
