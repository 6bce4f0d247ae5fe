package dev.posthorn.core.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An acceptance a test waits for. */
public final class Published implements Acceptance {
    private static final long PATIENCE_S = 20;

    private final List<AcceptedEvent> events;
    private final boolean partial;
    private final CompletableFuture<AcceptOutcome> outcome = new CompletableFuture<>();

    private Published(List<AcceptedEvent> events, boolean partial) {
        this.events = List.copyOf(events);
        this.partial = partial;
    }

    /** Offers the events together; fails the test when the journal refuses them. */
    public static Published to(Journal journal, AcceptedEvent... events) {
        return to(journal::accept, events);
    }

    /** Offers the events together, to be written in part where a key is in the way. */
    public static Published inPart(Journal journal, AcceptedEvent... events) {
        return offered(journal::accept, new Published(List.of(events), true));
    }

    /** Offers the events together to whatever takes acceptances. */
    public static Published to(Predicate<Acceptance> door, AcceptedEvent... events) {
        return offered(door, new Published(List.of(events), false));
    }

    private static Published offered(Predicate<Acceptance> door, Published published) {
        if (!door.test(published)) {
            throw new AssertionError("the journal refused " + published.events);
        }
        return published;
    }

    @Override
    public boolean partial() {
        return partial;
    }

    @Override
    public List<AcceptedEvent> events() {
        return events;
    }

    @Override
    public int bytes() {
        return events.stream().mapToInt(event -> event.event().data().length()).sum();
    }

    @Override
    public void completed(AcceptOutcome became) {
        if (!outcome.complete(became)) {
            throw new AssertionError("completed twice: " + became);
        }
    }

    public AcceptOutcome outcome() {
        return outcome.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean isCompleted() {
        return outcome.isDone();
    }
}
