/** The resource {@code organisation}. */
@NullMarked
package dev.posthorn.server.api.organisation;

import org.jspecify.annotations.NullMarked;
