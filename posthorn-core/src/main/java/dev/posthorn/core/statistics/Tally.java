package dev.posthorn.core.statistics;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts of some span of time, in the making. For one thread. */
public final class Tally {
    private final long[] counts;
    private final LatencySketch latency;

    public Tally() {
        this(new long[Count.ALL.size()], new LatencySketch());
    }

    private Tally(long[] counts, LatencySketch latency) {
        this.counts = counts;
        this.latency = latency;
    }

    /** One settlement: the attempt if there was one, and the delivery if it ended. */
    public void add(Settlement settlement) {
        AttemptRecord attempt = settlement.attempt();
        if (attempt != null) {
            add(attempt);
        }
        switch (settlement.verdict()) {
            case Verdict.Delivered _ -> add(Count.DELIVERED, 1);
            case Verdict.Failed _ -> add(Count.FAILED, 1);
            case Verdict.Cancelled _ -> add(Count.CANCELLED, 1);
            case Verdict.Retry _ -> {}
        }
    }

    private void add(AttemptRecord attempt) {
        int status = attempt.exchange().outcome().status();
        add(Count.ofStatus(status), 1);
        if (attempt.number() > 1) {
            add(Count.RETRIES, 1);
        }
        if (status != 0) {
            latency.add(attempt.exchange().timings().totalMicros());
        }
    }

    public void add(Count what, long more) {
        counts[what.place()] += more;
    }

    public void add(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        latency.add(other.latency);
    }

    public long get(Count what) {
        return counts[what.place()];
    }

    /** Of attempts that were answered, whatever the answer. */
    public LatencySketch latency() {
        return latency;
    }

    /** Requests made, answered or not. */
    public long attempts() {
        return Count.STATUSES.stream().mapToLong(this::get).sum();
    }

    /** Which part of the attempts got a 2xx, 0 to 1; empty when none was made. */
    public OptionalDouble successRate() {
        long attempts = attempts();
        return attempts == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) get(Count.STATUS_2XX) / attempts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally that
                && Arrays.equals(counts, that.counts)
                && latency.equals(that.latency);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        Map<Count, Long> shown = new EnumMap<>(Count.class);
        Count.ALL.forEach(what -> shown.put(what, get(what)));
        return shown.toString();
    }
}
