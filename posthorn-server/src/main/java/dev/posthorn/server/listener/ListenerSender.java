package dev.posthorn.server.listener;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends to listeners what is for them, everything else over {@code http}. Both belong to one loop.
 */
public record ListenerSender(Sender http, ListenerLines lines) implements Sender {
    @Override
    public void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer) {
        if (ListenerAddress.isOne(request.url())) {
            lines.send(request, deadline, answer);
        } else {
            http.send(request, deadline, answer);
        }
    }
}
