/** What receivers built for Svix take: its three headers beside those of Standard Webhooks. */
@NullMarked
package dev.posthorn.core.profile.svix;

import org.jspecify.annotations.NullMarked;
