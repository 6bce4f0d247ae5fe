package dev.posthorn.server.store.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.retry.RetrySchedule;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigCodecTest {
    private static final OrganisationId ORGANISATION = new OrganisationId(5);
    private static final SecretBox BOX =
            new SecretBox(new MasterKey(new byte[MasterKey.BYTES]), new SecureRandom());

    private final EndpointCodec endpoints = new EndpointCodec(BOX);

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_endpoint_comes_back_as_it_was_written(Endpoint endpoint) {
        Endpoint read =
                endpoints.decode(
                        endpoint.id().seq(),
                        endpoint.organisation().seq(),
                        EndpointCodec.body(endpoint),
                        endpoints.secrets(endpoint));

        assertThat(read).isEqualTo(endpoint);
        assertThat(read.settings().headers().keySet())
                .containsExactlyElementsOf(endpoint.settings().headers().keySet());
    }

    static Stream<Endpoint> endpoints() {
        return Stream.of(
                plain(),
                plain().withSecrets(rotated(), 9),
                plain().withSettings(everything(new RetrySchedule.Linear(MINUTE, 99)), 9),
                plain().withSettings(
                                everything(new RetrySchedule.Waits(List.of(MINUTE, MINUTE), 0.1)),
                                9)
                        .tested(EndpointState.INVALID, "refused", true, TestRecord.NONE, 10),
                plain().withSettings(
                                everything(
                                        new RetrySchedule.Exponential(MINUTE, 2.5, MINUTE, 7, 0)),
                                9),
                guarded(new EndpointAuth.Basic("me", new Secret("pass word"))),
                guarded(new EndpointAuth.Bearer(new Secret("token"))),
                guarded(
                        new EndpointAuth.OAuth2(
                                "https://auth.example/token",
                                "me",
                                new Secret("secret"),
                                "a b",
                                null,
                                EndpointAuth.ClientAuthentication.POST)),
                guarded(new EndpointAuth.ClientCertificate("cert", new Secret("key"))));
    }

    private static Endpoint guarded(EndpointAuth auth) {
        return plain().withSettings(new SettingsDraft(plain().settings()).auth(auth).settings(), 9);
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void shows_neither_secrets_nor_custom_headers_in_the_open_body() {
        Endpoint endpoint =
                plain().withSettings(everything(new RetrySchedule.Linear(MINUTE, 2)), 9);

        assertThat(EndpointCodec.body(endpoint)).doesNotContain("whsec_now", "Bearer abc");
        assertThat(new String(endpoints.secrets(endpoint), UTF_8))
                .doesNotContain("whsec_now", "Bearer abc");
    }

    @Test
    void an_organisation_comes_back_as_it_was_written() {
        Organisation organisation =
                new Organisation(
                        ORGANISATION,
                        "acme",
                        "Acme",
                        "acme",
                        "standard",
                        17L,
                        true,
                        Organisation.Standing.BLOCKED,
                        3);

        assertThat(OrganisationCodec.decode(5, "acme", OrganisationCodec.encode(organisation)))
                .isEqualTo(organisation);
    }

    @Test
    void a_key_comes_back_as_it_was_written() {
        Key key =
                new Key(
                        new KeyId(6),
                        null,
                        null,
                        Set.of(Scope.MANAGE, Scope.PUBLISH),
                        "abc",
                        KeyState.DEACTIVATED,
                        8L,
                        3,
                        null);

        assertThat(KeyCodec.decode(6, null, "abc", KeyCodec.encode(key))).isEqualTo(key);
    }

    @Test
    void a_task_comes_back_as_it_was_written() {
        OutgoingRequest request =
                new OutgoingRequest("PUT", "https://a.example/", new String[] {"token", "x"}, DATA);
        Response answer = new Response(401, new String[] {"a", "b"}, DATA, false);
        Task task =
                new Task(
                        new TaskId(7),
                        ORGANISATION,
                        new KeyId(6),
                        Task.ENDPOINT_TEST,
                        8,
                        Task.State.FAILED,
                        List.of(
                                new TestResult("comment.created", "2xx", request, null, true, "a"),
                                new TestResult(null, "401", request, answer, false, "b")),
                        "refused",
                        1,
                        2L,
                        null);
        TaskCodec codec = new TaskCodec(BOX);

        assertThat(
                        codec.decode(
                                7,
                                5,
                                Task.ENDPOINT_TEST,
                                Codes.of(task.state()),
                                8,
                                TaskCodec.body(task),
                                codec.results(task)))
                .usingRecursiveComparison()
                .isEqualTo(task);
    }

    private static final byte[] DATA = "{\"a\":1}".getBytes(UTF_8);

    @Test
    void a_test_request_comes_back_as_it_was_written() {
        OutgoingRequest request =
                new OutgoingRequest("PUT", "https://a.example/", new String[] {"token", "x"}, DATA);
        RequestCodec codec = new RequestCodec(BOX);

        assertThat(codec.decode(5, 11, codec.encode(5, 11, request)))
                .usingRecursiveComparison()
                .isEqualTo(request);
    }

    @Test
    void an_entity_keeps_its_json_type() {
        for (EntityId entity :
                List.of(
                        new EntityId.Text("n17"),
                        new EntityId.Text(""),
                        new EntityId.Numeric("9007199254740993"),
                        EntityId.NONE)) {
            assertThat(EntityColumn.decode(EntityColumn.encode(entity))).isEqualTo(entity);
        }
    }

    @Test
    void channels_come_back_as_they_were_written() {
        assertThat(ChannelsColumn.encode(List.of())).isNull();
        assertThat(ChannelsColumn.decode(null)).isEmpty();
        assertThat(ChannelsColumn.decode(ChannelsColumn.encode(List.of("a\"b", "ü"))))
                .containsExactly("a\"b", "ü");
    }

    private static Endpoint plain() {
        return new Endpoint(
                new EndpointId(8),
                ORGANISATION,
                null,
                EndpointSettings.of("https://a.example/", "ricloud"),
                EndpointSecrets.of(new Secret("whsec_now")),
                EndpointState.NEW,
                null,
                2,
                false,
                1,
                2,
                null,
                new TestRecord(
                        Map.of("comment.created", new TestRecord.TypeTest(4, true, "ok")), 60),
                1);
    }

    private static EndpointSecrets rotated() {
        return new EndpointSecrets(
                new Secret("whsec_new"),
                List.of(new EndpointSecrets.Previous(new Secret("whsec_now"), 99)),
                new Secret("whsk_x"));
    }

    private static EndpointSettings everything(RetrySchedule retry) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("z-first", "1");
        headers.put("authorization", "Bearer abc");
        return new EndpointSettings(
                "https://b.example/",
                "name",
                "text",
                "fastcomments",
                List.of("comment.*", "*"),
                List.of("expo"),
                headers,
                new ProfileOptions(
                        false,
                        Map.of("created", "POST"),
                        ProfileOptions.DeleteBody.FULL,
                        ProfileOptions.Mode.BINARY,
                        ProfileOptions.Signature.ED25519,
                        false),
                retry,
                Set.of(410, 404),
                0.5,
                3,
                Ordering.ENTITY,
                Duration.ofSeconds(4),
                true,
                Map.of("a", "b"));
    }
}
