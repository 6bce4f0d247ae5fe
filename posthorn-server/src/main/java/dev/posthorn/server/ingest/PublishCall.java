package dev.posthorn.server.ingest;

import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.List;
import java.util.function.BiConsumer;

/** One publishing call while its commit is awaited. */
final class PublishCall implements Acceptance {
    /** Rows, indexes and objects of an event and of a delivery besides the data, about. */
    private static final int EVENT_OVERHEAD_BYTES = 512;

    private static final int DELIVERY_OVERHEAD_BYTES = 256;

    private final List<AcceptedEvent> events;
    private final BiConsumer<PublishCall, AcceptOutcome> completion;
    private final int bytes;

    /** {@code completion} runs on the committing thread. */
    PublishCall(List<AcceptedEvent> events, BiConsumer<PublishCall, AcceptOutcome> completion) {
        this.events = events;
        this.completion = completion;
        this.bytes = bytesOf(events);
    }

    private static int bytesOf(List<AcceptedEvent> events) {
        int bytes = 0;
        for (AcceptedEvent event : events) {
            bytes += EVENT_OVERHEAD_BYTES + event.event().data().length();
            bytes += DELIVERY_OVERHEAD_BYTES * event.deliveries().size();
        }
        return bytes;
    }

    @Override
    public List<AcceptedEvent> events() {
        return events;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    @Override
    public void completed(AcceptOutcome outcome) {
        completion.accept(this, outcome);
    }
}
