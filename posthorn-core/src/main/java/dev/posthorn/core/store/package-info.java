/** The ports behind which events, deliveries and configuration become durable. */
@NullMarked
package dev.posthorn.core.store;

import org.jspecify.annotations.NullMarked;
