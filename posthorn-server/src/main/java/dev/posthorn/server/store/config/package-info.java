/** Rows that change seldom: configuration, people, tasks, counts, and how each is written. */
@NullMarked
package dev.posthorn.server.store.config;

import org.jspecify.annotations.NullMarked;
