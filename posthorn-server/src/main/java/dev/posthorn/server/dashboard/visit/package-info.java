/** One request for a page: who comes, what they sent, and how they are answered. */
@NullMarked
package dev.posthorn.server.dashboard.visit;

import org.jspecify.annotations.NullMarked;
