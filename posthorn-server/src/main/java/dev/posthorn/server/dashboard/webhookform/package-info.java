/** New and changed webhooks. */
@NullMarked
package dev.posthorn.server.dashboard.webhookform;

import org.jspecify.annotations.NullMarked;
