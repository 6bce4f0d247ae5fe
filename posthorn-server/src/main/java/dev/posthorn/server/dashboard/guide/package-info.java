/** The first visit: three steps to a delivered event. */
@NullMarked
package dev.posthorn.server.dashboard.guide;

import org.jspecify.annotations.NullMarked;
