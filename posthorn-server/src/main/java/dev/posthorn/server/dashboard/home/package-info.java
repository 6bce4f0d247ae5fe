/** How everything has been doing, and which webhooks need somebody. */
@NullMarked
package dev.posthorn.server.dashboard.home;

import org.jspecify.annotations.NullMarked;
