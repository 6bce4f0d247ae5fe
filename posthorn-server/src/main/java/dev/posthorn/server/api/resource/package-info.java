/** The API's resources, field by field, as clients see them. */
@NullMarked
package dev.posthorn.server.api.resource;

import org.jspecify.annotations.NullMarked;
