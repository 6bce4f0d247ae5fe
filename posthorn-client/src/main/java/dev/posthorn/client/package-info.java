/** Talks to a Posthorn server's REST API from Java. */
@NullMarked
package dev.posthorn.client;

import org.jspecify.annotations.NullMarked;
