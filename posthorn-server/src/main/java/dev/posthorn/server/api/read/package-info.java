/** What callers send besides events: bodies, queries, pages and times, checked field by field. */
@NullMarked
package dev.posthorn.server.api.read;

import org.jspecify.annotations.NullMarked;
