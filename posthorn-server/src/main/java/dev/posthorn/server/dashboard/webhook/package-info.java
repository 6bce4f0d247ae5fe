/** One webhook: how it does, what it was sent, its tests, its secret and its settings. */
@NullMarked
package dev.posthorn.server.dashboard.webhook;

import org.jspecify.annotations.NullMarked;
