/** A URL that receives, with its settings, secrets and state. */
@NullMarked
package dev.posthorn.core.endpoint;

import org.jspecify.annotations.NullMarked;
