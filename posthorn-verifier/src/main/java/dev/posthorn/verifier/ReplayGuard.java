package dev.posthorn.verifier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lets each event be handled once, in the memory of one process, by any number of threads:
 *
 * <pre>{@code
 * ReplayGuard guard = new ReplayGuard(100_000, Duration.ofDays(4));
 *
 * switch (guard.once(id, () -> handle(body))) {
 *     case HANDLED, SEEN_BEFORE -> answer(204);
 *     case UNDER_WAY -> answer(503); // The sender tries again; by then the first has ended.
 * }
 * }</pre>
 *
 * <p>An event whose handling fails is not remembered, so the sender's next try gets its turn. Use
 * ids a verifier vouched for only: {@link WebhookVerdict.Genuine#id()}. Several processes, and
 * restarts, need a table with the id as its key instead, written in the transaction that handles
 * the event.
 */
public final class ReplayGuard {
    private final int capacity;
    private final Duration memory;
    private final InstantSource clock;

    /** When each id was handled, oldest first; at most {@link #capacity}. */
    private final Map<String, Instant> handled = new LinkedHashMap<>();

    /** Bounded by the threads that handle events. */
    private final Set<String> underWay = new HashSet<>();

    /**
     * A guard that goes by the system's clock.
     *
     * @param capacity ids remembered at most, from 1; the oldest goes first. About 150 bytes each
     * @param memory how long an id is remembered. Longer than the sender keeps trying: the schedule
     *     of {@code standard} ends after 75 hours
     */
    public ReplayGuard(int capacity, Duration memory) {
        this(capacity, memory, InstantSource.system());
    }

    /**
     * A guard with a clock of its own.
     *
     * @param capacity ids remembered at most, from 1; the oldest goes first. About 150 bytes each
     * @param memory how long an id is remembered
     * @param clock what time it is; for tests
     */
    public ReplayGuard(int capacity, Duration memory, InstantSource clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ", not at least 1");
        }
        this.capacity = capacity;
        this.memory = Objects.requireNonNull(memory, "memory");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What became of an event that was handed to the guard. */
    public enum Turn {
        /** It was new, and has been handled. */
        HANDLED,
        /** It was handled before: answer with a 2xx, so that the sender stops. */
        SEEN_BEFORE,
        /** Another thread is handling it, and may yet fail: answer with a 503. */
        UNDER_WAY
    }

    /**
     * What handling an event takes.
     *
     * @param <E> what it throws when it fails
     */
    @FunctionalInterface
    public interface Handling<E extends Exception> {
        /**
         * Handles the event.
         *
         * @throws E when it failed; the sender's next try is then handled again
         */
        void run() throws E;
    }

    /**
     * Runs {@code handling} unless the id was seen before.
     *
     * @param <E> what the handling throws
     * @param id of the event
     * @param handling run in the calling thread
     * @return what became of it
     * @throws E what the handling threw; the id is then as good as never seen
     */
    public <E extends Exception> Turn once(String id, Handling<E> handling) throws E {
        Objects.requireNonNull(handling, "handling");
        Turn turn = begin(Objects.requireNonNull(id, "id"));
        if (turn != Turn.HANDLED) {
            return turn;
        }
        boolean done = false;
        try {
            handling.run();
            done = true;
        } finally {
            end(id, done);
        }
        return turn;
    }

    private synchronized Turn begin(String id) {
        forgetUntil(clock.instant().minus(memory));
        if (handled.containsKey(id)) {
            return Turn.SEEN_BEFORE;
        }
        return underWay.add(id) ? Turn.HANDLED : Turn.UNDER_WAY;
    }

    private synchronized void end(String id, boolean done) {
        underWay.remove(id);
        if (done) {
            handled.put(id, clock.instant());
            if (handled.size() > capacity) {
                handled.remove(handled.keySet().iterator().next());
            }
        }
    }

    private void forgetUntil(Instant end) {
        Iterator<Instant> oldestFirst = handled.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().isBefore(end)) {
            oldestFirst.remove();
        }
    }
}
