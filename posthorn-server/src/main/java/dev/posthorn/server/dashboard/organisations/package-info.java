/** The operator's view of organisations: listed, made, changed, opened and closed. */
@NullMarked
package dev.posthorn.server.dashboard.organisations;

import org.jspecify.annotations.NullMarked;
