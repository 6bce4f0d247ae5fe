package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.util.function.Consumer;

/** Makes one HTTP exchange. Every failure a receiver can cause comes back as an outcome. */
public interface Sender {
    /**
     * Starts the exchange and returns at once. {@code answer} is called exactly once, within {@code
     * deadline} and a moment, on the thread that called {@code send}'s owner (the dispatcher's).
     */
    void send(OutgoingRequest request, Duration deadline, Consumer<Exchange> answer);
}
