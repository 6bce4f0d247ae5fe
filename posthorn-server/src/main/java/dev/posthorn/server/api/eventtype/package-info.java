/** The resource {@code event_type}. */
@NullMarked
package dev.posthorn.server.api.eventtype;

import org.jspecify.annotations.NullMarked;
