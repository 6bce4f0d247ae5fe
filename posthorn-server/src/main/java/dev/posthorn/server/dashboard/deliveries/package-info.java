/** What can be done to a single delivery, from whatever page shows it. */
@NullMarked
package dev.posthorn.server.dashboard.deliveries;

import org.jspecify.annotations.NullMarked;
