package dev.posthorn.core.endpointtest;

import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.NEW;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static dev.posthorn.core.endpointtest.ScriptedReceiver.status;
import static dev.posthorn.core.profile.SampleEndpoints.SECRET;
import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.endpoint.ProfileOptions.Mode;
import dev.posthorn.core.endpoint.ProfileOptions.Signature;
import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The test of FastComments endpoints: right and wrong token, type by type. */
class FastCommentsProcedureTest {
    private final TestWorld world = new TestWorld();
    private final Endpoint all = SampleEndpoints.endpoint("fastcomments");

    FastCommentsProcedureTest() {
        world.receiver.script = FastCommentsProcedureTest::checkToken;
    }

    @Test
    void verifies_a_receiver_that_tells_a_right_token_from_a_wrong_one() {
        FinishedTest test = world.test(all, null);

        assertThat(world.current(all).state()).isEqualTo(VALID);
        assertThat(world.current(all).verified()).isTrue();
        assertThat(world.current(all).stateReason()).isNull();
        assertThat(test.task().state()).isEqualTo(Task.State.SUCCEEDED);
        assertThat(test.task().error()).isNull();
        assertThat(test.task().results())
                .extracting(TestResult::eventType, TestResult::expected, TestResult::passed)
                .containsExactly(
                        tuple("comment.created", "2xx", true),
                        tuple("comment.created", "401", true),
                        tuple("comment.updated", "2xx", true),
                        tuple("comment.updated", "401", true),
                        tuple("comment.deleted", "2xx", true),
                        tuple("comment.deleted", "401", true));
    }

    @Test
    void calls_with_each_types_method_and_a_dummy_comment() {
        world.test(all, null);

        assertThat(world.receiver.requests)
                .extracting(OutgoingRequest::method)
                .containsExactly("PUT", "PUT", "PUT", "PUT", "DELETE", "DELETE");
        assertThat(body(world.receiver.requests.get(0))).contains("\"commentHTML\":");
        assertThat(body(world.receiver.requests.get(4))).isEqualTo("{\"id\":\"cmt-2Yb1x0pLq7\"}");
    }

    @Test
    void forges_token_signatures_and_id_anew_for_every_call() {
        world.test(all, null);

        List<OutgoingRequest> forged =
                world.receiver.requests.stream().filter(r -> !rightToken(r)).toList();
        assertThat(forged).hasSize(3);
        assertThat(forged.stream().map(r -> header(r, "token"))).doesNotHaveDuplicates();
        assertThat(forged.stream().map(r -> header(r, "token")))
                .allMatch(token -> token.startsWith("whsec_"));
        assertThat(world.receiver.requests.stream().map(r -> header(r, "webhook-id")))
                .doesNotHaveDuplicates();
        assertThat(world.receiver.requests.stream().map(r -> header(r, "webhook-signature")))
                .doesNotHaveDuplicates();
    }

    @Test
    void says_that_a_wrong_token_must_get_401_and_what_came_instead() {
        world.receiver.script = _ -> status(200);

        FinishedTest test = world.test(all, null);

        String sentence =
                "The comment.created call with a wrong token must be answered with 401, but 200"
                        + " came back. Compare the token header with the secret before accepting"
                        + " a call.";
        assertThat(world.current(all).state()).isEqualTo(INVALID);
        assertThat(world.current(all).verified()).isFalse();
        assertThat(world.current(all).stateReason()).isEqualTo(sentence);
        assertThat(test.task().state()).isEqualTo(Task.State.FAILED);
        assertThat(test.task().error()).isEqualTo("forged-call-not-refused");
        assertThat(test.task().results()).hasSize(6);
        assertThat(test.task().results().get(1).message()).isEqualTo(sentence);
    }

    @Test
    void takes_no_other_refusal_for_401() {
        world.receiver.script = request -> status(rightToken(request) ? 200 : 403);

        world.test(all, null);

        assertThat(world.current(all).stateReason())
                .isEqualTo(
                        "The comment.created call with a wrong token must be answered with 401,"
                                + " but 403 came back.");
    }

    @Test
    void makes_no_forged_call_where_the_genuine_one_failed_and_goes_on_with_the_next_type() {
        failDeletesWith(405);

        FinishedTest test = world.test(all, null);

        assertThat(test.task().results()).hasSize(5);
        assertThat(world.current(all).state()).isEqualTo(INVALID);
        assertThat(test.task().error()).isEqualTo("unexpected-answer");
        assertThat(world.current(all).tests().types().get("comment.created").passed()).isTrue();
        assertThat(world.current(all).tests().types().get("comment.deleted"))
                .isEqualTo(
                        new TypeTest(
                                test.endedMs(),
                                false,
                                "The comment.deleted call with the right token must be answered"
                                        + " with a 2xx, but 405 came back. Does the receiver take"
                                        + " this method at this URL?"));
    }

    @Test
    void repairs_one_type_with_a_test_of_that_type_alone() {
        failDeletesWith(500);
        world.test(all, null);
        world.receiver.script = FastCommentsProcedureTest::checkToken;

        FinishedTest test = world.test(world.current(all), "comment.deleted");

        assertThat(test.task().results()).hasSize(2);
        assertThat(world.current(all).state()).isEqualTo(VALID);
        assertThat(world.current(all).verified()).isTrue();
        assertThat(world.current(all).tests().types()).hasSize(3);
    }

    @Test
    void breaks_a_valid_endpoint_with_one_type_that_fails() {
        world.test(all, null);
        world.receiver.script = _ -> ScriptedReceiver.timeout();

        FinishedTest test = world.test(world.current(all), "comment.updated");

        assertThat(world.current(all).state()).isEqualTo(INVALID);
        assertThat(world.current(all).verified()).isFalse();
        assertThat(world.current(all).stateReason())
                .isEqualTo(
                        "The comment.updated call with the right token must be answered with a"
                                + " 2xx, but no complete answer came within 15 s.");
        assertThat(test.task().error()).isEqualTo("timeout");
    }

    @Test
    void decides_nothing_while_types_are_untested() {
        world.test(all, "comment.created");

        assertThat(world.current(all).state()).isEqualTo(NEW);
        assertThat(world.current(all).verified()).isFalse();
        assertThat(world.current(all).tests().types()).containsOnlyKeys("comment.created");
    }

    @Test
    void is_valid_but_never_verified_without_forged_calls() {
        var options =
                new ProfileOptions(
                        true, Map.of(), DeleteBody.ID, Mode.STRUCTURED, Signature.HMAC, false);

        FinishedTest test = world.test(SampleEndpoints.endpoint("fastcomments", options), null);

        assertThat(test.task().results()).hasSize(3);
        assertThat(world.current(all).state()).isEqualTo(VALID);
        assertThat(world.current(all).verified()).isFalse();
    }

    @Test
    void tests_the_types_an_endpoint_subscribes_to() {
        assertThat(types(List.of("comment.updated"))).containsExactly("comment.updated");
        assertThat(types(List.of("*"))).hasSize(3);
        assertThat(types(List.of("comment.*", "user.deleted"))).hasSize(4).contains("user.deleted");
        assertThat(types(List.of("user.*")))
                .containsExactly("user.created", "user.updated", "user.deleted");
        assertThat(types(List.of("unheard.*"))).hasSize(3);
    }

    @Test
    void forgets_results_of_types_no_longer_wanted_and_is_not_verified_with_new_ones() {
        var profile = BuiltInProfiles.profiles().of(all);
        world.test(all, null);
        Endpoint tested = world.current(all);

        Endpoint fewer = Resubscription.of(with(tested, List.of("comment.created")), profile);
        Endpoint more =
                Resubscription.of(with(fewer, List.of("comment.created", "user.created")), profile);

        assertThat(fewer.verified()).isTrue();
        assertThat(fewer.tests().types()).containsOnlyKeys("comment.created");
        assertThat(more.verified()).isFalse();
        assertThat(more.state()).isEqualTo(VALID);
    }

    private void failDeletesWith(int status) {
        world.receiver.script =
                request -> request.method().equals("DELETE") ? status(status) : checkToken(request);
    }

    private static Exchange checkToken(OutgoingRequest request) {
        return status(rightToken(request) ? 200 : 401);
    }

    private static Endpoint with(Endpoint endpoint, List<String> eventTypes) {
        return endpoint.withSettings(
                SampleEndpoints.with(
                        endpoint.settings().url(),
                        "fastcomments",
                        endpoint.settings().options(),
                        Map.of(),
                        eventTypes),
                SampleEndpoints.NOW);
    }

    private static List<String> types(List<String> eventTypes) {
        Endpoint endpoint = SampleEndpoints.endpoint("fastcomments", eventTypes);
        return BuiltInProfiles.profiles().of(endpoint).testedTypes(endpoint);
    }

    private static boolean rightToken(OutgoingRequest request) {
        return SECRET.text().equals(header(request, "token"));
    }
}
