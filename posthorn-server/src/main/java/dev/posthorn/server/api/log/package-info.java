/** What people read: events, deliveries, attempts and tasks, in pages and one by one. */
@NullMarked
package dev.posthorn.server.api.log;

import org.jspecify.annotations.NullMarked;
