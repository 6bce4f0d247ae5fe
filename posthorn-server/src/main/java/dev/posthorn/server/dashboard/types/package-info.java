/** The catalogue of event types, with what their data looks like. */
@NullMarked
package dev.posthorn.server.dashboard.types;

import org.jspecify.annotations.NullMarked;
