/** What the dashboard says, in the languages it speaks. */
@NullMarked
package dev.posthorn.server.dashboard.words;

import org.jspecify.annotations.NullMarked;
