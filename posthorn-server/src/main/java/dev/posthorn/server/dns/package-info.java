/** Turns host names into addresses without ever blocking a loop. */
@NullMarked
package dev.posthorn.server.dns;

import org.jspecify.annotations.NullMarked;
