/** The resource {@code webhook_config}: its routes, and what may be said about an endpoint. */
@NullMarked
package dev.posthorn.server.api.endpoint;

import org.jspecify.annotations.NullMarked;
