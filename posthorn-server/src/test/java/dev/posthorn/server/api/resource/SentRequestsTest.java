package dev.posthorn.server.api.resource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With the real profiles: what is rendered again is what was sent, to the last byte. */
class SentRequestsTest {
    private static final SenderIdentity SENDER =
            new SenderIdentity("Posthorn/test", "example.com", Shown.IDS);
    private static final int ATTEMPT = 3;

    static Stream<Profile> profiles() {
        return BuiltInProfiles.profiles().all().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void what_was_sent_is_told_again(Profile profile) throws NoSuchAlgorithmException {
        Endpoint endpoint =
                Shown.endpoint(
                        EndpointSettings.of("https://example.com/in", profile.name()),
                        EndpointState.VALID);
        RequestRenderer renderer = profile.renderer(endpoint, SENDER);
        for (String type : List.of("comment.created", "comment.deleted", "user.updated", "ping")) {
            Event event = event(type);
            OutgoingRequest sent =
                    renderer.render(event, new AttemptContext(ATTEMPT, Shown.NOW + 4711));

            SentRequest told =
                    new SentRequests(
                                    (_, _) -> Optional.of(endpoint),
                                    now -> Optional.of(profile.renderer(now, SENDER)))
                            .of(attempt(event, endpoint, sent));

            assertThat(told)
                    .as(type)
                    .usingRecursiveComparison()
                    .isEqualTo(new SentRequest.Known(sent));
        }
    }

    private static Event event(String type) {
        return new Event(
                new EventId(Sequence.firstOf(Shown.NOW)),
                Shown.ORGANISATION,
                new EventType(type),
                new EntityId.Numeric("9007199254740993"),
                null,
                List.of(),
                new Payload("{\"id\": 9007199254740993, \"s\":\"\\/é\"}".getBytes(UTF_8)),
                Shown.NOW);
    }

    private static AttemptEntry attempt(Event event, Endpoint endpoint, OutgoingRequest sent)
            throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(sent.body());
        Exchange nothing =
                new Exchange(
                        new AttemptOutcome.Blocked("not allowed"),
                        null,
                        new Timings(-1, -1, -1, -1, -1),
                        null,
                        "not allowed");
        return new AttemptEntry(
                new AttemptId(9),
                new DeliveryId(8),
                event.id(),
                endpoint.id(),
                event.type().slug(),
                new AttemptRecord(
                        ATTEMPT,
                        Trigger.SCHEDULED,
                        Shown.NOW + 4711,
                        endpoint.revision(),
                        digest,
                        nothing),
                event,
                null);
    }
}
