/** CloudEvents 1.0 over HTTP, with the consent its web hook binding asks for. */
@NullMarked
package dev.posthorn.core.profile.cloudevents;

import org.jspecify.annotations.NullMarked;
