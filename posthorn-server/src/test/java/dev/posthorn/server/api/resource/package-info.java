/** The API's resources, whole answers compared. */
@NullMarked
package dev.posthorn.server.api.resource;

import org.jspecify.annotations.NullMarked;
