package dev.posthorn.core.endpointtest;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Expectation.Judgement;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestCall.Moment;
import dev.posthorn.core.store.ConfigStore.Change.TestAttempt;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A call of a test with what came back.
 *
 * @param attemptSeq its number in the attempt log
 */
record MadeCall(
        TestCall call,
        Moment moment,
        long attemptSeq,
        OutgoingRequest request,
        Exchange exchange,
        Judgement judgement) {

    TestResult result() {
        return new TestResult(
                call.eventType(),
                call.expectation().text(),
                request,
                exchange.response(),
                judgement.passed(),
                judgement.message());
    }

    TestAttempt attempt(Endpoint tested) {
        String type = call.eventType();
        AttemptRecord attempt =
                new AttemptRecord(
                        1,
                        Trigger.TEST,
                        moment.nowMs(),
                        tested.revision(),
                        sha256(request.body()),
                        exchange);
        return new TestAttempt(
                attemptSeq,
                tested,
                type == null ? Task.ENDPOINT_TEST : type,
                attempt,
                request,
                moment.eventId().seq());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
