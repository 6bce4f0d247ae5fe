/** Sending again in bulk: all of a filter, all of a window. */
@NullMarked
package dev.posthorn.server.api.replay;

import org.jspecify.annotations.NullMarked;
