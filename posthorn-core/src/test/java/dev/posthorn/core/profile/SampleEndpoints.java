package dev.posthorn.core.profile;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints, events and a sender for tests of what goes over the wire. */
public final class SampleEndpoints {
    public static final PublicIds IDS = new PublicIds(new byte[16]);
    public static final SenderIdentity IDENTITY =
            new SenderIdentity("Posthorn/test", "posthorn.example.com", IDS);
    public static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** 2026-01-15T09:30:00.250Z, when the samples are sent. */
    public static final long NOW = 1_768_469_400_250L;

    /** 2026-01-15T09:29:59.007Z, when they were accepted. */
    public static final long CREATED = NOW - 1_243;

    public static final EventId EVENT = new EventId((CREATED << 15) | 5);
    public static final String EVENT_TEXT = IDS.text(EVENT.seq());
    public static final OrganisationId ORGANISATION = new OrganisationId(77);

    private SampleEndpoints() {}

    public static Endpoint endpoint(String profile) {
        return endpoint(EndpointSettings.of("https://receiver.example.com/in", profile));
    }

    public static Endpoint endpoint(String profile, ProfileOptions options) {
        return endpoint(with("https://receiver.example.com/in", profile, options, Map.of(), null));
    }

    public static Endpoint endpoint(String profile, @Nullable List<String> eventTypes) {
        return endpoint(
                with(
                        "https://receiver.example.com/in",
                        profile,
                        ProfileOptions.DEFAULTS,
                        Map.of(),
                        eventTypes));
    }

    public static Endpoint endpoint(EndpointSettings settings) {
        return new Endpoint(
                new EndpointId(4242),
                ORGANISATION,
                null,
                settings,
                EndpointSecrets.of(SECRET),
                EndpointState.NEW,
                null,
                CREATED,
                false,
                CREATED,
                CREATED,
                null,
                TestRecord.NONE,
                1);
    }

    /** Settings with what requests depend on. */
    public static EndpointSettings with(
            String url,
            String profile,
            ProfileOptions options,
            Map<String, String> headers,
            @Nullable List<String> eventTypes) {
        EndpointSettings plain = EndpointSettings.of(url, profile);
        return new EndpointSettings(
                url,
                null,
                null,
                profile,
                eventTypes,
                List.of(),
                headers,
                options,
                null,
                Set.of(),
                null,
                null,
                plain.ordering(),
                null,
                false,
                Map.of());
    }

    public static Event event(String slug, EntityId entity, String data) {
        return new Event(
                EVENT,
                ORGANISATION,
                new EventType(slug),
                entity,
                null,
                List.of(),
                new Payload(data.getBytes(StandardCharsets.UTF_8)),
                CREATED);
    }

    public static OutgoingRequest render(Endpoint endpoint, Event event, int attempt) {
        return BuiltInProfiles.profiles()
                .of(endpoint)
                .renderer(endpoint, IDENTITY)
                .render(event, new AttemptContext(attempt, NOW));
    }

    public static String body(OutgoingRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    /** The value of a header, null when it is missing; fails when it is there twice. */
    public static @Nullable String header(OutgoingRequest request, String name) {
        String found = null;
        for (int i = 0; i < request.headers().length; i += 2) {
            if (request.headers()[i].equalsIgnoreCase(name)) {
                if (found != null) {
                    throw new AssertionError(name + " is there twice");
                }
                found = request.headers()[i + 1];
            }
        }
        return found;
    }
}
