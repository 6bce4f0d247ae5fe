package dev.posthorn.cli.listen;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, up to a few seconds. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);

    /** Several tries within the minute a listener may be away. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void succeeded() {
        next = FIRST;
    }
}
