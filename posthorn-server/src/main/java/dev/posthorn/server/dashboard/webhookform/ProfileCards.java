package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.catalogue.Catalogue;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shows each profile with a request it would really make. */
final class ProfileCards {
    private static final String URL = "https://receiver.example.com/webhooks";

    /** Nobody's: 32 bytes of zero. */
    private static final String SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String COMMENTS = "fastcomments";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ProfileCards() {}

    /** Those of all profiles, the recommended one first. */
    static List<ProfileCard> of(Visit visit) {
        List<Profile> profiles = new ArrayList<>(visit.desk().ports().profiles().all());
        profiles.sort((a, b) ->
                Boolean.compare(b.name().equals("standard"), a.name().equals("standard")));
        return profiles.stream().map(profile -> card(profile, visit)).toList();
    }

    private static ProfileCard card(Profile profile, Visit visit) {
        OutgoingRequest request = request(profile, visit);
        Words words = visit.words();
        String key = "profile." + profile.name();
        return new ProfileCard(
                profile.name(),
                words.say(words.has(key) ? key : "profile.own"),
                request.method(),
                URI.create(request.url()).getPath(),
                headers(request),
                pretty(request.body()),
                Schedules.steps(profile.schedule(), words),
                Schedules.total(profile.schedule(), words));
    }

    private static OutgoingRequest request(Profile profile, Visit visit) {
        String type = profile.name().equals(COMMENTS) ? "comment.created" : "user.created";
        long nowMs = visit.frame().nowMs();
        long seq = nowMs << 15;
        Event event =
                new Event(
                        new EventId(seq),
                        new OrganisationId(seq),
                        new EventType(type),
                        new EntityId.Text("81"),
                        null,
                        List.of(),
                        Catalogue.example(type).orElseThrow(),
                        nowMs);
        return profile.renderer(endpoint(profile), visit.desk().ports().identity())
                .render(event, new AttemptContext(1, nowMs));
    }

    private static Endpoint endpoint(Profile profile) {
        return new Endpoint(
                new EndpointId(1),
                new OrganisationId(1),
                null,
                EndpointSettings.of(URL, profile.name()),
                EndpointSecrets.of(new Secret(SECRET)),
                EndpointState.VALID,
                null,
                0,
                false,
                0,
                0,
                null,
                TestRecord.NONE,
                1);
    }

    private static List<TypedWebhook.Header> headers(OutgoingRequest request) {
        List<TypedWebhook.Header> headers = new ArrayList<>();
        for (int i = 0; i < request.headers().length; i += 2) {
            headers.add(new TypedWebhook.Header(request.headers()[i], request.headers()[i + 1]));
        }
        return headers;
    }

    private static String pretty(byte[] body) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(body));
        } catch (JacksonException _) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
