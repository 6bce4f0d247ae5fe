/** A receiver inside the server, to try deliveries with before there is another one. */
@NullMarked
package dev.posthorn.server.sample;

import org.jspecify.annotations.NullMarked;
