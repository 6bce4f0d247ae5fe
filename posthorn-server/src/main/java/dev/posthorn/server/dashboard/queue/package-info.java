/** What waits, by webhook and live; and resending all that failed, counted first. */
@NullMarked
package dev.posthorn.server.dashboard.queue;

import org.jspecify.annotations.NullMarked;
