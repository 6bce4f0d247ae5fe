/** Holds what goes over the wire against {@code openapi.yaml}. */
@NullMarked
package dev.posthorn.server.openapi;

import org.jspecify.annotations.NullMarked;
