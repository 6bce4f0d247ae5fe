package dev.posthorn.server.listener;

import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;

/**
 * A request on its way to a listener.
 *
 * @param number names it among all of this server, an earlier life included; the answer repeats it
 * @param allowed until its answer must be here
 */
public record ListenerRequest(long number, OutgoingRequest request, Duration allowed) {}
