package dev.posthorn.server.postgres.write;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.server.store.row.VerdictColumns;
import org.jspecify.annotations.Nullable;

/** A settlement as the columns it changes. */
record Settled(Settlement settlement, VerdictColumns verdict) {
    /** A first attempt that left within this time of the acceptance lives in the delivery's row. */
    private static final long INLINE_WITHIN_MS = 2_000;

    static Settled of(Settlement settlement) {
        return new Settled(settlement, VerdictColumns.of(settlement.verdict()));
    }

    long seq() {
        return settlement.delivery().seq();
    }

    int attemptsMade() {
        return settlement.attempt() == null ? 0 : 1;
    }

    /** Of the attempt; null without one, so that the latest one's stays. */
    @Nullable Long status() {
        AttemptRecord attempt = settlement.attempt();
        return attempt == null ? null : (Long) (long) attempt.exchange().outcome().status();
    }

    @Nullable String error() {
        AttemptRecord attempt = settlement.attempt();
        return attempt == null ? null : attempt.errorCode();
    }

    /** Whether its attempt is the delivery's only one, to be kept beside it. */
    boolean isInline() {
        AttemptRecord attempt = settlement.attempt();
        return attempt != null
                && settlement.verdict().terminal()
                && settlement.attemptsBefore() == 0
                && attempt.startedMs() - Sequence.millisOf(seq()) <= INLINE_WITHIN_MS;
    }
}
