package dev.posthorn.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;

/** Makes what the contract of the log tells: endpoints, events, attempts at given moments. */
final class LogStory {
    static final long T0 = 1_795_000_000_000L;
    static final OrganisationId ACME = new OrganisationId(11);
    static final OrganisationId OTHER = new OrganisationId(12);

    private LogStory() {}

    static Endpoint endpoint(int n, OrganisationId owner) {
        return new Endpoint(
                new EndpointId(100 + n),
                owner,
                null,
                EndpointSettings.of("https://example.com/" + n, "standard"),
                EndpointSecrets.of(new Secret("whsec_" + n)),
                EndpointState.VALID,
                null,
                T0,
                false,
                T0,
                T0,
                null,
                TestRecord.NONE,
                1);
    }

    /** Accepted {@code afterMs} after the story begins; {@code to} is who gets it. */
    static AcceptedEvent event(long afterMs, String type, Endpoint... to) {
        return event(afterMs, ACME, type, EntityId.NONE, to);
    }

    static AcceptedEvent event(
            long afterMs, OrganisationId owner, String type, EntityId entity, Endpoint... to) {
        long seq = Sequence.firstOf(T0 + afterMs);
        Event event =
                new Event(
                        new EventId(seq),
                        owner,
                        new EventType(type),
                        entity,
                        null,
                        List.of(),
                        new Payload(("{\"n\":" + afterMs + "}").getBytes(UTF_8)),
                        T0 + afterMs);
        List<PendingDelivery> deliveries = new ArrayList<>();
        for (Endpoint endpoint : to) {
            deliveries.add(delivery(seq + 1 + 2L * deliveries.size(), endpoint, event));
        }
        return new AcceptedEvent(event, deliveries, null);
    }

    private static PendingDelivery delivery(long seq, Endpoint to, Event event) {
        long due = event.createdMs();
        return new PendingDelivery(
                new DeliveryId(seq), to.id(), event.id(), event, due, due, 0, 0, 0, 0);
    }

    static Settlement delivered(AcceptedEvent event, int delivery, AttemptRecord attempt) {
        return settlement(event, delivery, new Verdict.Delivered(attempt.startedMs()), attempt);
    }

    static Settlement failed(AcceptedEvent event, int delivery, AttemptRecord attempt) {
        var verdict = new Verdict.Failed(attempt.startedMs(), "schedule-used-up");
        return settlement(event, delivery, verdict, attempt);
    }

    static Settlement retry(
            AcceptedEvent event, int delivery, AttemptRecord attempt, long dueAfterMs) {
        long due = T0 + dueAfterMs;
        return settlement(event, delivery, new Verdict.Retry(due, due), attempt);
    }

    static Settlement cancelled(AcceptedEvent event, int delivery, long afterMs) {
        PendingDelivery pending = event.deliveries().get(delivery);
        var verdict = new Verdict.Cancelled(T0 + afterMs, "cancelled");
        return new Settlement(pending.id(), pending.endpoint(), 0, 0, verdict, null);
    }

    private static Settlement settlement(
            AcceptedEvent event, int delivery, Verdict verdict, AttemptRecord attempt) {
        PendingDelivery pending = event.deliveries().get(delivery);
        return new Settlement(
                pending.id(), pending.endpoint(), attempt.number() - 1, 0, verdict, attempt);
    }

    static AttemptRecord success(int number, long afterMs) {
        return attempt(number, afterMs, Trigger.SCHEDULED, new AttemptOutcome.Delivered(204));
    }

    static AttemptRecord rejection(int number, long afterMs) {
        return attempt(number, afterMs, Trigger.SCHEDULED, new AttemptOutcome.Rejected(500, null));
    }

    static AttemptRecord attempt(
            int number, long afterMs, Trigger trigger, AttemptOutcome outcome) {
        int status = outcome.status();
        Response response =
                new Response(status, new String[] {"Via", "a"}, "é".getBytes(UTF_8), false);
        return new AttemptRecord(
                number,
                trigger,
                T0 + afterMs,
                1,
                new byte[32],
                new Exchange(
                        outcome,
                        status == 0 ? null : response,
                        new Timings(-1, 1, 2, 3, 4),
                        "192.0.2.1",
                        null));
    }
}
