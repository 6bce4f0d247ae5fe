/** Which endpoints an event goes to, and why not to the others. */
@NullMarked
package dev.posthorn.core.routing;

import org.jspecify.annotations.NullMarked;
