/** What an operator can set, where it was set, and the values everything starts with. */
@NullMarked
package dev.posthorn.server.settings;

import org.jspecify.annotations.NullMarked;
