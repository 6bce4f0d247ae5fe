/** The resource {@code audit}: who changed what, when and from where. */
@NullMarked
package dev.posthorn.server.api.audit;

import org.jspecify.annotations.NullMarked;
