/** Who calls, and what is within their reach. */
@NullMarked
package dev.posthorn.server.api.caller;

import org.jspecify.annotations.NullMarked;
