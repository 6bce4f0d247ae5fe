package dev.posthorn.bench.receive;

import dev.posthorn.bench.ledger.Ledger;
import java.time.Duration;

/** What the endpoints of a receiver do with a request. Confined to the loop's thread. */
final class Answers {
    private final Ledger ledger;
    private final long afterNanos;
    private final int hanging;
    private int down;

    /** Endpoints below {@code hanging} never answer, the others after that time. */
    Answers(Ledger ledger, Duration after, int hanging) {
        this.ledger = ledger;
        this.afterNanos = after.toNanos();
        this.hanging = hanging;
        ledger.expectSilence(hanging);
    }

    /** Endpoints below that number are down from now on: they close every connection. */
    void takeDown(int below) {
        down = below;
        ledger.expectSilence(Math.max(below, hanging));
    }

    boolean isDown(int endpoint) {
        return endpoint < down;
    }

    boolean hangs(int endpoint) {
        return endpoint < hanging;
    }

    /** 0 for at once. */
    long afterNanos() {
        return afterNanos;
    }
}
