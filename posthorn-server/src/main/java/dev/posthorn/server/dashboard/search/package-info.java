/** One box that takes any id, entity id, URL or organisation. */
@NullMarked
package dev.posthorn.server.dashboard.search;

import org.jspecify.annotations.NullMarked;
