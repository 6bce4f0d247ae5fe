package dev.posthorn.bench;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.load.Pace;
import dev.posthorn.bench.subject.SubjectKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param eventsPerSecond 0 for as fast as it goes
 * @param maxUnderway deliveries on their way at one time when going as fast as possible
 * @param eventBytes size of an event's data
 * @param folder under which the programs under test keep their data
 */
public record Plan(
        List<SubjectKind> subjects,
        double eventsPerSecond,
        int connections,
        long maxUnderway,
        Fan fan,
        int batch,
        int eventBytes,
        Duration warmUp,
        Duration duration,
        int runs,
        int loops,
        int maxInFlight,
        String heap,
        List<String> jvmOptions,
        List<String> serverSettings,
        Path folder) {
    /** Above what any part of the machinery has reached, for reckoning the disk needed. */
    private static final long MOST_EVENTS_PER_SECOND = 60_000;

    /** Database and log of one delivery beside its event's data, generously. */
    private static final long BYTES_PER_DELIVERY = 3000;

    private static final long SPARE_BYTES = 2L * 1024 * 1024 * 1024;

    Pace pace() {
        return eventsPerSecond > 0
                ? new Pace.Open(eventsPerSecond / batch)
                : new Pace.Closed(maxUnderway);
    }

    /** The load in words, for the report. */
    String line() {
        String speed =
                eventsPerSecond > 0
                        ? "%.0f events/s, open loop".formatted(eventsPerSecond)
                        : "as fast as it goes, at most " + maxUnderway + " deliveries under way";
        return "%s; %d B of data, %d endpoints, fan-out %d, %d per request, %d connections; %d event"
                        .formatted(
                                speed,
                                eventBytes,
                                fan.endpoints(),
                                fan.width(),
                                batch,
                                connections,
                                loops)
                + " loops, %d in flight, heap %s; warm-up %d s, %d runs of %d s"
                        .formatted(
                                maxInFlight, heap, warmUp.toSeconds(), runs, duration.toSeconds());
    }

    /** What one program under test may write in all its runs. */
    long diskBytesNeeded() {
        double rate = eventsPerSecond > 0 ? eventsPerSecond : MOST_EVENTS_PER_SECOND;
        double seconds = warmUp.toSeconds() + (double) runs * duration.toSeconds();
        long perEvent = 2L * eventBytes + fan.width() * BYTES_PER_DELIVERY;
        return (long) (rate * seconds * perEvent) + SPARE_BYTES;
    }
}
