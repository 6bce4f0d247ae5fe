package dev.posthorn.cli.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.FakeApi;
import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.profile.TestCall;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestPlan;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.signature.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ListenerTest {
    private final List<Visit> visits = new ArrayList<>();

    private Listener listener(Behaviour behaviour) {
        return new Listener(Requests.CHECK, behaviour, visits::add);
    }

    @ParameterizedTest
    @CsvSource({
        "ricloud,user.updated,user.updated",
        "eventinsight,user.created,user.new",
        "fastcomments,comment.created,comment",
        "fastcomments,comment.deleted,comment.deleted",
        "standard,user.updated,user.updated",
        "cloudevents,user.updated,user.updated",
        "svix,user.updated,''",
    })
    void takes_and_recognises_what_each_profile_sends(String profile, String slug, String type) {
        Reply reply = listener(Behaviour.GOOD).handle(Requests.of(profile, slug));
        assertThat(reply).isEqualTo(Reply.of(200, "OK\n"));
        Arrival arrival = visits.getFirst().arrival();
        assertThat(arrival.profile()).isEqualTo(profile);
        assertThat(arrival.type()).isEqualTo(type);
        assertThat(arrival.id()).isEqualTo(SampleEndpoints.EVENT_TEXT);
    }

    static Stream<String> profiles() {
        return BuiltInProfiles.profiles().all().stream().map(Profile::name);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void passes_the_whole_test_of_every_profile(String profile) {
        Listener listener = listener(Behaviour.GOOD);
        for (TestPlan.Step step : plan(profile).steps()) {
            assertPassed(listener, step.genuine());
            if (step.forged() != null) {
                assertPassed(listener, step.forged());
            }
        }
        assertThat(visits).isNotEmpty();
    }

    private static TestPlan plan(String profile) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);
        var account = new TestAccount.KeyAccount("k", "key", null);
        return BuiltInProfiles.profiles()
                .of(endpoint)
                .test(
                        endpoint,
                        new TestContext(
                                SampleEndpoints.IDENTITY, account, null, _ -> Optional.empty()));
    }

    private static void assertPassed(Listener listener, TestCall call) {
        var moment =
                new TestCall.Moment(
                        SampleEndpoints.EVENT,
                        SampleEndpoints.NOW,
                        new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"));
        Reply reply = listener.handle(Requests.arrived(call.request().apply(moment)));
        var judgement = call.expectation().judge(exchange(reply));
        assertThat(judgement.passed()).as(judgement.message()).isTrue();
    }

    private static Exchange exchange(Reply reply) {
        String[] headers =
                reply.headers().entrySet().stream()
                        .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                        .toArray(String[]::new);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        AttemptOutcome outcome =
                reply.isSuccess()
                        ? new AttemptOutcome.Delivered(reply.status())
                        : new AttemptOutcome.Rejected(reply.status(), null);
        return new Exchange(
                outcome,
                new Response(reply.status(), headers, body, false),
                new Timings(-1, -1, -1, -1, 0),
                "127.0.0.1",
                null);
    }

    @Test
    void a_repeat_is_noticed_once_the_event_was_taken() {
        int[] status = {500};
        Listener listener = listener(() -> status[0]);
        ReceivedRequest request = Requests.of("standard", "user.updated");
        listener.handle(request);
        status[0] = 200;
        listener.handle(request);
        listener.handle(request);
        assertThat(visits).extracting(Visit::repeat).containsExactly(false, false, true);
    }

    @Test
    void plays_a_receiver_that_fails_as_often_as_asked() {
        var behaviour = Behaviour.of(202, Duration.ZERO, 0.5, new Random(1));
        Listener listener = listener(behaviour);
        for (int i = 0; i < 100; i++) {
            listener.handle(Requests.of("standard", "user.updated"));
        }
        long failed = visits.stream().filter(visit -> visit.reply().status() == 500).count();
        long taken = visits.stream().filter(visit -> visit.reply().status() == 202).count();
        assertThat(failed).isBetween(30L, 70L);
        assertThat(failed + taken).isEqualTo(100);
    }

    @Test
    void passes_genuine_requests_on_and_the_answer_back() throws IOException {
        try (var program = new FakeApi().on("POST /in", 418, "{\"tea\":true}")) {
            var forwarder = new Forwarder(URI.create(program.url() + "/in"), false);
            var listener = new Listener(Requests.CHECK, Behaviour.GOOD, forwarder, visits::add);
            ReceivedRequest request = Requests.of("standard", "user.updated");
            Reply reply = listener.handle(request);
            assertThat(reply.status()).isEqualTo(418);
            assertThat(reply.body()).isEqualTo("{\"tea\":true}");
            assertThat(program.calls().getFirst().body()).isEqualTo(request.text());
        }
    }

    @Test
    void forged_requests_are_not_passed_on() throws IOException {
        try (var program = new FakeApi()) {
            var forwarder = new Forwarder(URI.create(program.url()), false);
            var listener = new Listener(Requests.CHECK, Behaviour.GOOD, forwarder, visits::add);
            ReceivedRequest genuine = Requests.of("fastcomments", "comment.created");
            Reply reply = listener.handle(Requests.withHeader(genuine, "token", _ -> "wrong"));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(program.calls()).isEmpty();
        }
    }

    @Test
    void a_program_that_is_not_there_is_a_bad_gateway() throws IOException {
        String url;
        try (var gone = new FakeApi()) {
            url = gone.url();
        }
        var forwarder = new Forwarder(URI.create(url), false);
        var listener = new Listener(Requests.CHECK, Behaviour.GOOD, forwarder, visits::add);
        assertThat(listener.handle(Requests.of("standard", "user.updated")).status())
                .isEqualTo(502);
    }
}
