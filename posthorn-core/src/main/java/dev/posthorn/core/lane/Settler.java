package dev.posthorn.core.lane;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.retry.RetryDecision;
import dev.posthorn.core.retry.RetryPolicy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/** Turns what came of an attempt into what is to be written. Not safe for threads. */
final class Settler {
    private final RandomGenerator random;
    private final MessageDigest sha256;

    /** {@code random} draws the jitter of waits. */
    Settler(RandomGenerator random) {
        this.random = random;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /**
     * {@code ordering}: of the lane as it is now, where a retry finds its place. {@code
     * cancelAsked}: should it not be delivered, it ends.
     */
    Settlement settle(
            Sent sent, Exchange exchange, Ordering ordering, boolean cancelAsked, long nowMs) {
        LaneRules rules = sent.rules();
        PendingDelivery delivery = sent.delivery();
        RetryDecision decision =
                RetryPolicy.decide(
                        exchange.outcome(),
                        delivery.nextNumber() - delivery.roundBase(),
                        rules.schedule(),
                        rules.endpoint().settings().stopOn(),
                        nowMs,
                        random);
        AttemptRecord attempt =
                new AttemptRecord(
                        delivery.nextNumber(),
                        delivery.trigger(),
                        sent.startedMs(),
                        rules.endpoint().revision(),
                        sha256.digest(sent.request().body()),
                        exchange);
        return new Settlement(
                delivery.id(),
                delivery.endpoint(),
                delivery.attempts(),
                delivery.round(),
                cancelAsked && !(decision instanceof RetryDecision.Done)
                        ? cancelled(nowMs)
                        : verdict(decision, ordering, delivery, nowMs),
                attempt,
                sent.event());
    }

    /** For a delivery whose payload was erased while it waited. */
    Settlement payloadGone(PendingDelivery delivery, long nowMs) {
        return new Settlement(
                delivery.id(),
                delivery.endpoint(),
                delivery.attempts(),
                delivery.round(),
                new Verdict.Failed(nowMs, RetryDecision.Reason.PAYLOAD_GONE.code()),
                null);
    }

    /** For a delivery nothing is under way of, whatever was made of it before. */
    static Settlement cancelled(CommandAnswer.CancelAsked asked, long nowMs) {
        return new Settlement(
                asked.delivery(),
                asked.endpoint(),
                Settlement.ANY,
                asked.round(),
                cancelled(nowMs),
                null);
    }

    private static Verdict.Cancelled cancelled(long nowMs) {
        return new Verdict.Cancelled(nowMs, Verdict.ON_REQUEST);
    }

    private static Verdict verdict(
            RetryDecision decision, Ordering ordering, PendingDelivery delivery, long nowMs) {
        return switch (decision) {
            case RetryDecision.Done _ -> new Verdict.Delivered(nowMs);
            case RetryDecision.RetryAt(long dueMs) ->
                    new Verdict.Retry(
                            dueMs, ordering == Ordering.NONE ? dueMs : delivery.id().seq());
            case RetryDecision.GiveUp(RetryDecision.Reason reason) ->
                    new Verdict.Failed(nowMs, reason.code());
        };
    }
}
