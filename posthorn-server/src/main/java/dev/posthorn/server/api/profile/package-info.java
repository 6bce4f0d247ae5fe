/** The resource {@code profile}: built-in ones and the operator's own. */
@NullMarked
package dev.posthorn.server.api.profile;

import org.jspecify.annotations.NullMarked;
