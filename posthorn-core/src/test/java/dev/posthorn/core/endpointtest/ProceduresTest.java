package dev.posthorn.core.endpointtest;

import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static dev.posthorn.core.endpointtest.ScriptedReceiver.status;
import static dev.posthorn.core.profile.SampleEndpoints.IDS;
import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.StandardSigner;
import dev.posthorn.core.task.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tests of all profiles but FastComments, which has its own. */
class ProceduresTest {
    private final TestWorld world = new TestWorld();

    @ParameterizedTest
    @ValueSource(strings = {"ricloud", "standard"})
    void sends_the_config_without_its_secret(String profile) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);

        world.test(endpoint, null);

        JsonNode sent = json(world.receiver.requests.getFirst());
        JsonNode data = sent.required("data");
        assertThat(sent.required("type").asString()).startsWith("webhook_config");
        assertThat(data.required("id").asString()).isEqualTo(IDS.text(endpoint.id().seq()));
        assertThat(data.required("resource").asString()).isEqualTo("webhook_config");
        assertThat(data.required("url").asString()).isEqualTo(endpoint.settings().url());
        assertThat(data.required("state").asString()).isEqualTo("new");
        assertThat(data.required("event_types").isNull()).isTrue();
        assertThat(data.has("secret")).isFalse();
        assertThat(body(world.receiver.requests.getFirst())).doesNotContain("whsec_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ricloud", "standard"})
    void sends_the_example_of_a_type_that_is_asked_for(String profile) {
        world.test(SampleEndpoints.endpoint(profile), "user.created");

        assertThat(json(world.receiver.requests.getFirst()).required("data").required("id").asInt())
                .isEqualTo(81);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ricloud", "eventinsight"})
    void makes_one_call_that_decides_and_never_verifies(String profile) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);

        FinishedTest test = world.test(endpoint, null);

        assertThat(world.receiver.requests).hasSize(1);
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.current(endpoint).verified()).isFalse();
        assertThat(world.current(endpoint).testedMs()).isEqualTo(test.endedMs());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 410, 500})
    void is_invalid_without_a_2xx(int status) {
        Endpoint endpoint = SampleEndpoints.endpoint("ricloud");
        world.receiver.script = _ -> status(status);

        world.test(endpoint, null);

        assertThat(world.receiver.requests).hasSize(1);
        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
        assertThat(world.current(endpoint).stateReason())
                .startsWith(
                        "The signed webhook_config.test call must be answered with a 2xx, but "
                                + status
                                + " came back.");
    }

    @Test
    void says_why_nothing_came_back() {
        Endpoint endpoint = SampleEndpoints.endpoint("ricloud");
        world.receiver.script =
                _ -> ScriptedReceiver.unreachable("Port 81 of receiver.example.com refused.");

        FinishedTest test = world.test(endpoint, null);

        assertThat(test.task().error()).isEqualTo("connection-refused");
        assertThat(test.verdict().reason())
                .isEqualTo(
                        "The signed webhook_config.test call must be answered with a 2xx, but no"
                                + " answer came: Port 81 of receiver.example.com refused.");
    }

    @Test
    void sends_eventinsight_receivers_the_account_that_pressed() {
        world.test(SampleEndpoints.endpoint("eventinsight"), null);

        assertThat(body(world.receiver.requests.getFirst()))
                .isEqualTo(
                        "{\"entity_id\":\"u-1\",\"entity_type\":\"user\",\"action_type\":\"test\","
                                + "\"result\":{\"id\":\"u-1\",\"email\":\"ada@example.com\","
                                + "\"name\":\"Ada Example\",\"role\":\"owner\","
                                + "\"organisation\":\"o-1\"}}");
    }

    @Test
    void sends_eventinsight_receivers_the_key_that_asked() {
        Endpoint endpoint = SampleEndpoints.endpoint("eventinsight");
        var context =
                new TestContext(
                        SampleEndpoints.IDENTITY,
                        new TestAccount.KeyAccount("k-1", "deploy", null),
                        null,
                        _ -> Optional.empty());
        TestPlan plan = BuiltInProfiles.profiles().of(endpoint).test(endpoint, context);
        var moment =
                new TestCall.Moment(
                        SampleEndpoints.EVENT, SampleEndpoints.NOW, SampleEndpoints.SECRET);

        assertThat(body(plan.steps().getFirst().genuine().request().apply(moment)))
                .contains("\"result\":{\"id\":\"k-1\",\"name\":\"deploy\",\"organisation\":null}}");
    }

    @Test
    void verifies_a_standard_receiver_that_refuses_a_wrong_signature() {
        Endpoint endpoint = SampleEndpoints.endpoint("standard");
        world.receiver.script = request -> status(isSigned(endpoint, request) ? 204 : 400);

        world.test(endpoint, null);

        assertThat(world.receiver.requests).hasSize(2);
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.current(endpoint).verified()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 500})
    void leaves_a_standard_receiver_unverified_that_does_not(int status) {
        Endpoint endpoint = SampleEndpoints.endpoint("standard");
        world.receiver.script = request -> status(isSigned(endpoint, request) ? 204 : status);

        FinishedTest test = world.test(endpoint, null);

        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.current(endpoint).verified()).isFalse();
        assertThat(world.current(endpoint).stateReason())
                .startsWith(
                        "The webhook_config.test call with a wrong signature must be answered"
                                + " with a 4xx, but "
                                + status
                                + " came back.");
        assertThat(test.task().state()).isEqualTo(Task.State.SUCCEEDED);
    }

    @Test
    void makes_no_forged_call_where_the_owner_wants_none() {
        Endpoint endpoint =
                SampleEndpoints.endpoint("standard", ProfileOptions.DEFAULTS.withForgedTest(false));

        world.test(endpoint, null);

        assertThat(world.receiver.requests).hasSize(1);
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.current(endpoint).verified()).isFalse();
    }

    @Test
    void forges_a_key_pair_s_signature_with_another_pair() {
        Endpoint plain =
                SampleEndpoints.endpoint(
                        "standard",
                        ProfileOptions.DEFAULTS.withSignature(ProfileOptions.Signature.ED25519));
        Secret pair = Ed25519Keys.generated(new byte[Ed25519Keys.SEED_BYTES]);
        Endpoint endpoint =
                plain.withSecrets(
                        new EndpointSecrets(SampleEndpoints.SECRET, List.of(), pair),
                        SampleEndpoints.NOW);
        world.receiver.script =
                request ->
                        status(
                                header(request, "webhook-signature")
                                                .equals(
                                                        StandardSigner.ed25519(endpoint.secrets())
                                                                .sign(
                                                                        header(
                                                                                request,
                                                                                "webhook-id"),
                                                                        header(
                                                                                request,
                                                                                "webhook-timestamp"),
                                                                        request.body(),
                                                                        0))
                                        ? 200
                                        : 401);

        world.test(endpoint, null);

        assertThat(world.receiver.requests)
                .hasSize(2)
                .allMatch(request -> header(request, "webhook-signature").startsWith("v1a,"));
        assertThat(world.current(endpoint).verified()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventinsight", "cloudevents"})
    void makes_its_one_call_whatever_type_is_asked_for(String profile) {
        world.test(SampleEndpoints.endpoint(profile), "user.created");

        assertThat(world.receiver.requests).hasSize(1);
    }

    private static boolean isSigned(Endpoint endpoint, OutgoingRequest request) {
        String signature =
                StandardSigner.hmac(endpoint.secrets())
                        .sign(
                                header(request, "webhook-id"),
                                header(request, "webhook-timestamp"),
                                request.body(),
                                0);
        return signature.equals(header(request, "webhook-signature"));
    }

    private static JsonNode json(OutgoingRequest request) {
        return JsonMapper.shared().readTree(request.body());
    }
}
