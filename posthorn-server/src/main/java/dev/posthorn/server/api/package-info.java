/** The API: one table of routes over what the rest of the server offers. */
@NullMarked
package dev.posthorn.server.api;

import org.jspecify.annotations.NullMarked;
