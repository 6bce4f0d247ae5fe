package dev.posthorn.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.EntityKey;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.SignatureForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events, deliveries and settlements as the engine makes them, around one moment. */
public final class StoreSamples {
    /** What the store's clock says, milliseconds since 1970. */
    public static final long NOW = 1_795_000_000_000L;

    public static final OrganisationId ORGANISATION = new OrganisationId(11);

    private final Sequence sequence;

    public StoreSamples(Sequence sequence) {
        this.sequence = sequence;
    }

    public static Endpoint endpoint(int number, Ordering ordering) {
        return new Endpoint(
                new EndpointId(100 + number),
                ORGANISATION,
                null,
                settings("https://example.com/" + number, ordering),
                EndpointSecrets.of(new Secret("whsec_" + number)),
                EndpointState.VALID,
                null,
                NOW,
                false,
                NOW,
                NOW,
                null,
                TestRecord.NONE,
                1);
    }

    private static EndpointSettings settings(String url, Ordering ordering) {
        return new EndpointSettings(
                url,
                null,
                null,
                "standard",
                null,
                List.of(),
                Map.of(),
                ProfileOptions.DEFAULTS,
                null,
                Set.of(),
                null,
                null,
                ordering,
                null,
                false,
                Map.of());
    }

    /** Due at once. */
    public AcceptedEvent event(Endpoint... to) {
        return event(NOW, EntityId.NONE, null, to);
    }

    public AcceptedEvent due(long dueMs, Endpoint... to) {
        return event(dueMs, EntityId.NONE, null, to);
    }

    public AcceptedEvent about(EntityId entity, Endpoint... to) {
        return event(NOW, entity, null, to);
    }

    /** {@code key} and {@code payload} stand for their hashes. */
    public AcceptedEvent marked(int key, int payload, long expiresMs, Endpoint... to) {
        return event(NOW, EntityId.NONE, mark(key, payload, expiresMs), to);
    }

    private static IdempotencyMark mark(int key, int payload, long expiresMs) {
        byte[] keyHash = new byte[32];
        Arrays.fill(keyHash, (byte) key);
        byte[] payloadHash = new byte[32];
        Arrays.fill(payloadHash, (byte) payload);
        return new IdempotencyMark(keyHash, payloadHash, expiresMs);
    }

    private AcceptedEvent event(
            long dueMs, EntityId entity, @Nullable IdempotencyMark mark, Endpoint... to) {
        long seq = sequence.next(1 + 2 * to.length, NOW);
        Event event =
                new Event(
                        new EventId(seq),
                        ORGANISATION,
                        new EventType("user.updated"),
                        entity,
                        new KeyId(5),
                        List.of("expo", "fair"),
                        new Payload(("{\"seq\":" + seq + "}").getBytes(UTF_8)),
                        Sequence.millisOf(seq));
        List<PendingDelivery> deliveries = new ArrayList<>();
        for (Endpoint endpoint : to) {
            deliveries.add(delivery(seq + 1 + 2L * deliveries.size(), endpoint, event, dueMs));
        }
        return new AcceptedEvent(event, deliveries, mark);
    }

    private static PendingDelivery delivery(long seq, Endpoint to, Event event, long dueMs) {
        Ordering ordering = to.settings().ordering();
        return new PendingDelivery(
                new DeliveryId(seq),
                to.id(),
                event.id(),
                event,
                dueMs,
                ordering == Ordering.NONE ? dueMs : seq,
                0,
                0,
                0,
                ordering == Ordering.ENTITY ? EntityKey.of(event.entityId(), seq) : 0);
    }

    /** What settles a delivery in the state it is handed in. */
    public static Settlement settlement(PendingDelivery delivery, Verdict verdict) {
        return new Settlement(
                delivery.id(),
                delivery.endpoint(),
                delivery.attempts(),
                delivery.round(),
                verdict,
                attempt(delivery.nextNumber(), verdict));
    }

    public static Settlement withoutAttempt(PendingDelivery delivery, Verdict verdict) {
        return new Settlement(
                delivery.id(),
                delivery.endpoint(),
                delivery.attempts(),
                delivery.round(),
                verdict,
                null);
    }

    private static AttemptRecord attempt(int number, Verdict verdict) {
        AttemptOutcome outcome =
                verdict instanceof Verdict.Delivered
                        ? new AttemptOutcome.Delivered(200)
                        : new AttemptOutcome.Rejected(500, null);
        return new AttemptRecord(
                number,
                Trigger.SCHEDULED,
                NOW + number,
                1,
                new byte[32],
                new Exchange(outcome, null, new Timings(-1, -1, -1, 1, 2), "192.0.2.1", null));
    }

    /** The same delivery after a retry was settled. */
    public static PendingDelivery retried(PendingDelivery delivery, Verdict.Retry retry) {
        return new PendingDelivery(
                delivery.id(),
                delivery.endpoint(),
                delivery.eventId(),
                delivery.event(),
                retry.dueMs(),
                retry.order(),
                delivery.attempts() + 1,
                delivery.round(),
                delivery.roundBase(),
                delivery.entityKey());
    }

    /** A profile of the operator's own with everything it can have. */
    public static OwnProfileVersion profile() {
        return new OwnProfileVersion(
                "hub",
                1,
                new OwnProfile(
                        OwnProfile.Method.PUT,
                        OwnProfile.Body.EVENT,
                        Map.of("X-Event", "{type}"),
                        new OwnSignature(
                                "X-Signature",
                                "t={timestamp},v={signature}",
                                "{id}.{body}",
                                new SignatureForm(
                                        SignatureForm.Algorithm.HMAC_SHA512,
                                        SignatureForm.Encoding.BASE64,
                                        SignatureForm.Key.DECODED))),
                false,
                NOW);
    }

    public static TypeEntry eventType() {
        return new TypeEntry(
                new EventType("invoice.paid"),
                "An invoice was paid.",
                json("{\"type\":\"object\"}"),
                true,
                json("{\"id\":1}"),
                false,
                NOW,
                NOW);
    }

    public static TypeEntry archived(TypeEntry entry) {
        return new TypeEntry(entry.type(), null, null, false, null, true, NOW, NOW + 1);
    }

    private static Payload json(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }
}
