/** Pages that are open hear that something changed, and ask for their moving part again. */
@NullMarked
package dev.posthorn.server.dashboard.live;

import org.jspecify.annotations.NullMarked;
