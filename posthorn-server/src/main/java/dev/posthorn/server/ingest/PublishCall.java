package dev.posthorn.server.ingest;

import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.http.Answer;
import java.util.List;
import java.util.function.BiConsumer;

/** One publishing call while its commit is awaited. */
final class PublishCall implements Acceptance {
    /** Rows, indexes and objects of an event and of a delivery besides the data, about. */
    private static final int EVENT_OVERHEAD_BYTES = 512;

    private static final int DELIVERY_OVERHEAD_BYTES = 256;

    private final Submission submission;
    private final List<AcceptedEvent> events;
    private final Answer answer;
    private final boolean large;
    private final BiConsumer<PublishCall, AcceptOutcome> completion;
    private final int bytes;

    /**
     * {@code completion} runs on the committing thread.
     *
     * @param submission with no other events than {@code events}, which are planned already
     * @param large whether its answer is worth a thread of its own
     */
    PublishCall(
            Submission submission,
            List<AcceptedEvent> events,
            Answer answer,
            boolean large,
            BiConsumer<PublishCall, AcceptOutcome> completion) {
        this.submission = submission;
        this.events = events;
        this.answer = answer;
        this.large = large;
        this.completion = completion;
        this.bytes = bytesOf(events);
    }

    static int bytesOf(List<AcceptedEvent> events) {
        int bytes = 0;
        for (AcceptedEvent event : events) {
            bytes += EVENT_OVERHEAD_BYTES + event.event().data().length();
            bytes += DELIVERY_OVERHEAD_BYTES * event.deliveries().size();
        }
        return bytes;
    }

    Submission submission() {
        return submission;
    }

    Answer answer() {
        return answer;
    }

    boolean large() {
        return large;
    }

    @Override
    public List<AcceptedEvent> events() {
        return events;
    }

    @Override
    public boolean partial() {
        return submission.refusals() != null;
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
