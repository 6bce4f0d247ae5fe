package dev.posthorn.bench.seed;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a delivery, attempt by attempt. */
final class SeedAttempts {
    private static final byte[] OK = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOWN =
            "<html><h1>502 Bad Gateway</h1></html>".getBytes(StandardCharsets.UTF_8);
    private static final String[] HEADERS = {
        "Content-Type", "application/json", "Server", "nginx", "X-Request-Id", "7f3c1d"
    };
    private static final byte[] HASH = new byte[32];
    private static final long FIRST_MS = 30;
    private static final long APART_MS = 60_000;
    private static final int WAITING_ATTEMPTS = 2;

    private SeedAttempts() {}

    /** It arrives at once. */
    static List<Settlement> easy(PendingDelivery delivery, int number) {
        AttemptRecord attempt = attempt(delivery, 1, good(3_000 + number % 200 * 500));
        return List.of(
                settlement(delivery, attempt, new Verdict.Delivered(attempt.startedMs() + 60)));
    }

    /** It arrives at the last attempt, or fails with it. */
    static List<Settlement> hard(PendingDelivery delivery, int attempts, boolean arrives) {
        List<Settlement> all = new ArrayList<>();
        for (int i = 1; i < attempts; i++) {
            all.add(tried(delivery, i, startMs(delivery, i + 1)));
        }
        AttemptRecord last = attempt(delivery, attempts, arrives ? good(90_000) : bad());
        long atMs = last.startedMs() + 100;
        all.add(
                settlement(
                        delivery,
                        last,
                        arrives
                                ? new Verdict.Delivered(atMs)
                                : new Verdict.Failed(atMs, "schedule-used-up")));
        return all;
    }

    /** It waits for {@code dueMs}. */
    static List<Settlement> waiting(PendingDelivery delivery, long dueMs) {
        List<Settlement> all = new ArrayList<>();
        for (int i = 1; i <= WAITING_ATTEMPTS; i++) {
            long nextMs = i == WAITING_ATTEMPTS ? dueMs : startMs(delivery, i + 1);
            all.add(tried(delivery, i, nextMs));
        }
        return all;
    }

    private static Settlement tried(PendingDelivery delivery, int number, long dueMs) {
        return settlement(
                delivery, attempt(delivery, number, bad()), new Verdict.Retry(dueMs, dueMs));
    }

    private static Settlement settlement(
            PendingDelivery delivery, AttemptRecord attempt, Verdict verdict) {
        return new Settlement(
                delivery.id(), delivery.endpoint(), attempt.number() - 1, 0, verdict, attempt);
    }

    private static long startMs(PendingDelivery delivery, int number) {
        return delivery.acceptedMs() + FIRST_MS + (number - 1) * APART_MS;
    }

    private static AttemptRecord attempt(PendingDelivery delivery, int number, Exchange exchange) {
        return new AttemptRecord(
                number, Trigger.SCHEDULED, startMs(delivery, number), 1, HASH, exchange);
    }

    private static Exchange good(int micros) {
        return exchange(new AttemptOutcome.Delivered(200), OK, micros, null);
    }

    private static Exchange bad() {
        return exchange(
                new AttemptOutcome.Rejected(502, null), DOWN, 40_000, "The receiver answered 502.");
    }

    private static Exchange exchange(
            AttemptOutcome outcome, byte[] body, int micros, @Nullable String message) {
        return new Exchange(
                outcome,
                new Response(outcome.status(), HEADERS, body, false),
                new Timings(-1, -1, -1, micros - 100, micros),
                "127.0.0.1",
                message);
    }
}
