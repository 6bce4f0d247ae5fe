/** The list of webhooks. */
@NullMarked
package dev.posthorn.server.dashboard.webhooks;

import org.jspecify.annotations.NullMarked;
