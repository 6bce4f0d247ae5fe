/** What was published: the list, one event with where it went, and publishing by hand. */
@NullMarked
package dev.posthorn.server.dashboard.events;

import org.jspecify.annotations.NullMarked;
