package dev.posthorn.bench.ledger;

import java.util.concurrent.TimeUnit;

/**
 * What was published, what was answered and what arrived, by the number every event carries in its
 * own data: a bit for each acceptance and each delivery, so that ten minutes at full speed fit in a
 * few megabytes. Confined to the rig's thread.
 */
public final class Ledger {
    private final Fan fan;
    private final long originNanos;
    private final Times due = new Times();
    private final Bits accepted = new Bits();
    private final Bits arrived = new Bits();
    private final Tally tally = new Tally();
    private final Aims aims;
    private int silentBelow;
    private Window window = new Window(0, 0);
    private long firstArrivalNanos;
    private boolean awaitsFirst;

    public Ledger(Fan fan, long originNanos) {
        this.fan = fan;
        this.originNanos = originNanos;
        this.aims = new Aims(fan.groups());
    }

    public Fan fan() {
        return fan;
    }

    /** The next events go to {@code count} groups from {@code first} on. */
    public void aim(int first, int count) {
        aims.aim(next(), first, count);
    }

    /** The group of endpoints an event goes to. */
    public int groupOf(long event) {
        return aims.groupOf(event);
    }

    /**
     * From now on the endpoints below that number are not expected to answer; what they are owed
     * counts as under way only when they are back: call it with 0.
     */
    public void expectSilence(int below) {
        silentBelow = below;
        tally.silent = 0;
    }

    /** Deliveries promised to endpoints that do not answer. */
    public long silent() {
        return tally.silent;
    }

    /** Forgets when the first delivery arrived, to note the next one. */
    public void awaitFirst() {
        awaitsFirst = true;
    }

    /** When the first delivery since {@link #awaitFirst} arrived; 0 while none has. */
    public long firstArrivalNanos() {
        return awaitsFirst ? 0 : firstArrivalNanos;
    }

    /** The number of the next event. */
    public long next() {
        return tally.published;
    }

    public long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos - originNanos);
    }

    public void measure(Window next) {
        window = next;
    }

    /** {@code count} events from {@code first} leave; they were due at {@code dueNanos}. */
    public void published(long first, int count, long dueNanos, long nowNanos) {
        long dueMicros = micros(dueNanos);
        for (int i = 0; i < count; i++) {
            due.set(first + i, dueMicros);
        }
        tally.published += count;
        window.sent(dueMicros, micros(nowNanos));
    }

    /** They were answered with 201; {@code deliveries} is the sum of what the answer says. */
    public void accepted(long first, int count, long deliveries, long nowNanos) {
        for (int i = 0; i < count; i++) {
            accepted.add(first + i);
        }
        tally.accepted += count;
        tally.created += deliveries;
        if (silentBelow > 0 && deliveries > 0) {
            countSilent(first, count);
        }
        window.accepted(due.micros(first), micros(nowNanos), count);
    }

    private void countSilent(long first, int count) {
        for (int i = 0; i < count; i++) {
            tally.silent += fan.below(silentBelow, groupOf(first + i));
        }
    }

    public void refused(int count) {
        tally.refused += count;
    }

    public void unanswered(int count) {
        tally.unanswered += count;
    }

    /** A delivery's first byte came in; returns whether it is the delivery's first arrival. */
    public boolean arrived(long event, int endpoint, long nowNanos) {
        if (event >= tally.published || !goesTo(event, endpoint)) {
            tally.misrouted++;
            return false;
        }
        if (!arrived.add(fan.delivery(event, endpoint))) {
            tally.duplicates++;
            return false;
        }
        tally.arrived++;
        if (awaitsFirst) {
            awaitsFirst = false;
            firstArrivalNanos = nowNanos;
        }
        window.delivered(due.micros(event), micros(nowNanos));
        return true;
    }

    private boolean goesTo(long event, int endpoint) {
        return fan.has(endpoint) && fan.group(endpoint) == groupOf(event);
    }

    public void badSignature() {
        tally.badSignatures++;
    }

    /** Deliveries on their way, give or take answers that have not come yet. */
    public long underway() {
        return tally.created - tally.arrived - tally.silent;
    }

    /** Walks all events, since an arrival may come before the 201 of its event. */
    public Counts counts() {
        long promised = 0;
        for (long event = 0; event < tally.published; event++) {
            if (accepted.contains(event)) {
                promised += arrivals(event);
            }
        }
        return tally.counts(promised);
    }

    private int arrivals(long event) {
        int count = 0;
        for (int i = 0; i < fan.width(); i++) {
            count += arrived.contains(event * fan.width() + i) ? 1 : 0;
        }
        return count;
    }
}
