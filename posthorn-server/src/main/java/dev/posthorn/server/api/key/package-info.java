/** The resource {@code key}. */
@NullMarked
package dev.posthorn.server.api.key;

import org.jspecify.annotations.NullMarked;
