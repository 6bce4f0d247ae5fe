/** What people read: events, deliveries and attempts in pages, newest first. */
@NullMarked
package dev.posthorn.core.log;

import org.jspecify.annotations.NullMarked;
