package dev.posthorn.core.endpointtest;

import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static dev.posthorn.core.endpointtest.ScriptedReceiver.status;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.store.ConfigStore.Change.TestAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshake of CloudEvents' web hook binding. */
class ConsentTest {
    private static final String ORIGIN = "WebHook-Allowed-Origin";
    private static final String RATE = "WebHook-Allowed-Rate";

    private final TestWorld world = new TestWorld();
    private final Endpoint endpoint = SampleEndpoints.endpoint("cloudevents");

    @Test
    void asks_who_may_send_and_how_much() {
        world.test(endpoint, null);

        OutgoingRequest request = world.receiver.requests.getFirst();
        assertThat(world.receiver.requests).hasSize(1);
        assertThat(request.method()).isEqualTo("OPTIONS");
        assertThat(request.url()).isEqualTo(endpoint.settings().url());
        assertThat(request.body()).isEmpty();
        assertThat(header(request, "WebHook-Request-Origin")).isEqualTo("posthorn.example.com");
        assertThat(header(request, "WebHook-Request-Rate")).isEqualTo("120000");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 405, 500})
    void takes_consent_from_the_headers_whatever_the_status(int status) {
        answer(status, "webhook-allowed-origin", "*");

        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.current(endpoint).verified()).isFalse();
    }

    @Test
    void keeps_the_rate_the_receiver_allows() {
        answer(200, ORIGIN, "Posthorn.Example.com", RATE, "60");

        assertThat(world.current(endpoint).tests().allowedPerMinute()).isEqualTo(60);
        assertThat(world.current(endpoint).ratePerSecond()).isEqualTo(1.0);
    }

    @Test
    void takes_a_star_for_any_rate() {
        answer(200, ORIGIN, "*", RATE, "*");

        assertThat(world.current(endpoint).tests().allowedPerMinute()).isNull();
        assertThat(world.current(endpoint).ratePerSecond()).isNull();
    }

    @Test
    void takes_a_plain_200_for_no_consent() {
        answer(200);

        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
        assertThat(world.current(endpoint).stateReason())
                .isEqualTo(
                        "The answer to the OPTIONS request must have the header"
                                + " WebHook-Allowed-Origin: posthorn.example.com (or *), but it"
                                + " had none (status 200).");
    }

    @Test
    void takes_consent_for_somebody_else_for_none() {
        answer(200, ORIGIN, "other.example.com");

        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "", "9999999999"})
    void takes_a_rate_that_is_none_for_no_consent(String rate) {
        answer(200, ORIGIN, "*", RATE, rate);

        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
        assertThat(world.current(endpoint).stateReason()).contains(RATE);
    }

    @Test
    void says_when_nobody_answered() {
        world.receiver.script = _ -> ScriptedReceiver.timeout();
        world.test(endpoint, null);

        assertThat(world.current(endpoint).stateReason())
                .isEqualTo(
                        "The OPTIONS request must be answered with the receiver's consent, but no"
                                + " complete answer came within 15 s.");
    }

    @Test
    void logs_the_handshake_as_a_test_of_the_endpoint() {
        world.test(endpoint, null);

        assertThat(world.written)
                .filteredOn(TestAttempt.class::isInstance)
                .extracting(change -> ((TestAttempt) change).type())
                .containsExactly("webhook_config.test");
        assertThat(world.finished.getFirst().task().results().getFirst().eventType()).isNull();
    }

    private void answer(int status, String... headers) {
        world.receiver.script = _ -> status(status, headers);
        world.test(endpoint, null);
    }
}
