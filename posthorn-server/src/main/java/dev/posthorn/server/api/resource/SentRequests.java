package dev.posthorn.server.api.resource;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Renders the requests of attempts again, from the event and the endpoint as it was, and holds them
 * against the digest each attempt recorded. Remembers endpoints: one instance per answer, one
 * thread.
 */
public final class SentRequests {
    private static final String ERASED =
            "The event's data is gone, so what was sent cannot be shown.";
    private static final String ENDPOINT_GONE =
            "The endpoint's settings of that time are gone, so what was sent cannot be shown.";
    private static final String DIFFERS =
            "Rendered again, it is not what was sent, so it is not shown.";

    private final BiFunction<EndpointId, Integer, Optional<Endpoint>> revisions;
    private final Function<Endpoint, Optional<RequestRenderer>> renderers;
    private final Map<Revision, Optional<Sender>> senders = new HashMap<>();

    /**
     * {@code revisions}: as {@code DeliveryLog::revision}. {@code renderers}: empty for a profile
     * that exists no more.
     */
    public SentRequests(
            BiFunction<EndpointId, Integer, Optional<Endpoint>> revisions,
            Function<Endpoint, Optional<RequestRenderer>> renderers) {
        this.revisions = revisions;
        this.renderers = renderers;
    }

    /** Blocks while an endpoint's revision is read. */
    public SentRequest of(AttemptEntry entry) {
        if (entry.request() != null) {
            return new SentRequest.Known(entry.request());
        }
        return senders.computeIfAbsent(Revision.of(entry), this::sender)
                .map(sender -> again(entry, sender))
                .orElse(new SentRequest.Lost(null, null, ENDPOINT_GONE));
    }

    private Optional<Sender> sender(Revision at) {
        return revisions
                .apply(at.endpoint(), at.revision())
                .flatMap(endpoint -> renderers.apply(endpoint).map(r -> new Sender(endpoint, r)));
    }

    private static SentRequest again(AttemptEntry entry, Sender sender) {
        Event event = entry.event();
        if (event == null) {
            return new SentRequest.Lost(null, sender.endpoint().settings().url(), ERASED);
        }
        AttemptRecord attempt = entry.attempt();
        OutgoingRequest request =
                sender.renderer()
                        .render(event, new AttemptContext(attempt.number(), attempt.startedMs()));
        if (MessageDigest.isEqual(sha256(request.body()), attempt.bodySha256())) {
            return new SentRequest.Known(request);
        }
        return new SentRequest.Lost(request.method(), request.url(), DIFFERS);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private record Revision(EndpointId endpoint, int revision) {
        static Revision of(AttemptEntry entry) {
            return new Revision(entry.endpoint(), entry.attempt().endpointRevision());
        }
    }

    private record Sender(Endpoint endpoint, RequestRenderer renderer) {}
}
