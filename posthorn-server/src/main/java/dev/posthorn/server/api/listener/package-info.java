/** Listeners: temporary endpoints whose requests travel down a connection of the receiver's. */
@NullMarked
package dev.posthorn.server.api.listener;

import org.jspecify.annotations.NullMarked;
