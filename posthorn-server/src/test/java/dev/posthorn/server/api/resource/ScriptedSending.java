package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** An endpoint whose requests carry the data as it is, and attempts made with it. */
final class ScriptedSending {
    private static final int REVISION = 3;

    private boolean endpointKnown = true;
    private int revisionsRead;

    SentRequests requests() {
        return new SentRequests(
                this::revision, _ -> Optional.of((event, attempt) -> rendered(event, attempt)));
    }

    void forgetEndpoint() {
        endpointKnown = false;
    }

    int revisionsRead() {
        return revisionsRead;
    }

    AttemptEntry attempt(String data, Exchange exchange) {
        return entry(sha256(data), event(data), exchange);
    }

    AttemptEntry changed(String data, Exchange exchange) {
        return entry(sha256(data + " "), event(data), exchange);
    }

    AttemptEntry erased(Exchange exchange) {
        return entry(sha256("{}"), null, exchange);
    }

    AttemptEntry test(OutgoingRequest request, Exchange exchange) {
        return new AttemptEntry(
                new AttemptId(4),
                null,
                new EventId(1),
                ENDPOINT,
                "comment.deleted",
                new AttemptRecord(1, Trigger.TEST, NOW, REVISION, sha256(""), exchange),
                null,
                request);
    }

    private static AttemptEntry entry(byte[] digest, Event event, Exchange exchange) {
        return new AttemptEntry(
                new AttemptId(4),
                new DeliveryId(3),
                new EventId(1),
                ENDPOINT,
                "user.updated",
                new AttemptRecord(2, Trigger.RESEND, NOW, REVISION, digest, exchange),
                event,
                null);
    }

    private static Event event(String data) {
        return new Event(
                new EventId(1),
                ORGANISATION,
                new EventType("user.updated"),
                EntityId.NONE,
                null,
                List.of(),
                new Payload(data.getBytes(UTF_8)),
                NOW);
    }

    private Optional<Endpoint> revision(EndpointId id, int revision) {
        revisionsRead++;
        EndpointSettings settings = EndpointSettings.of("https://example.com", "standard");
        return endpointKnown && id.equals(ENDPOINT) && revision == REVISION
                ? Optional.of(Shown.endpoint(settings, EndpointState.VALID))
                : Optional.empty();
    }

    private static OutgoingRequest rendered(Event event, AttemptContext attempt) {
        String[] headers = {
            "webhook-signature", "v1,abc", "token", "hunter2", "X-Own-Secret", "hunter2"
        };
        return new OutgoingRequest(
                "POST", "https://example.com/" + attempt.number(), headers, event.data().bytes());
    }

    private static byte[] sha256(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
