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
    private Window window = new Window(0, 0);

    public Ledger(Fan fan, long originNanos) {
        this.fan = fan;
        this.originNanos = originNanos;
    }

    public Fan fan() {
        return fan;
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
        window.accepted(due.micros(first), micros(nowNanos), count);
    }

    public void refused(int count) {
        tally.refused += count;
    }

    public void unanswered(int count) {
        tally.unanswered += count;
    }

    /** A delivery's first byte came in; returns whether it is the delivery's first arrival. */
    public boolean arrived(long event, int endpoint, long nowNanos) {
        if (event >= tally.published || !fan.goesTo(event, endpoint)) {
            tally.misrouted++;
            return false;
        }
        if (!arrived.add(fan.delivery(event, endpoint))) {
            tally.duplicates++;
            return false;
        }
        tally.arrived++;
        window.delivered(due.micros(event), micros(nowNanos));
        return true;
    }

    public void badSignature() {
        tally.badSignatures++;
    }

    /** Deliveries on their way, give or take answers that have not come yet. */
    public long underway() {
        return tally.created - tally.arrived;
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
