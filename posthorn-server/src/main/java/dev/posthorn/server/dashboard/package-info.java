/** The pages at {@code /ui}, put together. */
@NullMarked
package dev.posthorn.server.dashboard;

import org.jspecify.annotations.NullMarked;
