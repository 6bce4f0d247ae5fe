package dev.posthorn.bench.plan;

import java.nio.file.Path;

/**
 * What one program under test is to be measured with.
 *
 * @param folder under which the programs under test keep their data
 */
public record Plan(Load load, Receiving receiving, Program program, Timing timing, Path folder) {
    /** Above what any part of the machinery has reached, for reckoning the disk needed. */
    private static final long MOST_EVENTS_PER_SECOND = 60_000;

    /** Database and log of one delivery beside its event's data, generously. */
    private static final long BYTES_PER_DELIVERY = 3000;

    private static final long SPARE_BYTES = 2L * 1024 * 1024 * 1024;

    public Plan with(Load next) {
        return new Plan(next, receiving, program, timing, folder);
    }

    public Plan with(Receiving next) {
        return new Plan(load, next, program, timing, folder);
    }

    public Plan with(Program next) {
        return new Plan(load, receiving, next, timing, folder);
    }

    public Plan with(Timing next) {
        return new Plan(load, receiving, program, next, folder);
    }

    /** In words, for the report. */
    public String line() {
        return String.join("; ", load.line(), receiving.line(), program.line(), timing.line());
    }

    /** What the program under test may write in all its runs. */
    public long diskBytesNeeded() {
        double rate = load.eventsPerSecond() > 0 ? load.eventsPerSecond() : MOST_EVENTS_PER_SECOND;
        long perEvent = 2L * load.eventBytes() + load.fan().width() * BYTES_PER_DELIVERY;
        return (long) (rate * timing.seconds() * perEvent) + SPARE_BYTES;
    }
}
