package dev.posthorn.core.statistics;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.organisation.OrganisationId;
import java.time.Duration;
import java.util.List;

/** Settlements of one endpoint's deliveries, for tests that count them. */
public final class SampleSettlements {
    private static final int MICROS = 12_000;
    private final EndpointId endpoint;
    private final String type;

    public SampleSettlements(EndpointId endpoint) {
        this(endpoint, "user.updated");
    }

    public SampleSettlements(EndpointId endpoint, String type) {
        this.endpoint = endpoint;
        this.type = type;
    }

    /** At attempt {@code number}, answered after 12 ms. */
    public Settlement delivered(int number) {
        return of(new Verdict.Delivered(0), number, new AttemptOutcome.Delivered(200));
    }

    public Settlement retried(int number, int status) {
        return of(new Verdict.Retry(1, 1), number, new AttemptOutcome.Rejected(status, null));
    }

    public Settlement timedOut(int number) {
        return of(
                new Verdict.Retry(1, 1),
                number,
                new AttemptOutcome.TimedOut(Duration.ofSeconds(15)));
    }

    public Settlement failed(int number) {
        return of(
                new Verdict.Failed(0, "schedule-used-up"),
                number,
                new AttemptOutcome.Rejected(503, null));
    }

    public Settlement cancelled() {
        return new Settlement(
                new DeliveryId(8), endpoint, 0, 0, new Verdict.Cancelled(0, "asked"), null);
    }

    private Settlement of(Verdict verdict, int number, AttemptOutcome outcome) {
        Exchange exchange =
                new Exchange(
                        outcome,
                        null,
                        new Timings(-1, -1, -1, MICROS, MICROS),
                        "192.0.2.1",
                        outcome.status() == 200 ? null : "it answered badly");
        return new Settlement(
                new DeliveryId(8),
                endpoint,
                number - 1,
                0,
                verdict,
                new AttemptRecord(number, Trigger.SCHEDULED, 0, 1, new byte[32], exchange),
                event());
    }

    private Event event() {
        return new Event(
                new EventId(7),
                new OrganisationId(1),
                new EventType(type),
                EntityId.NONE,
                null,
                List.of(),
                new Payload("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                0);
    }
}
