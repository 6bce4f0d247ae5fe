package dev.posthorn.core.endpointtest;

import static dev.posthorn.core.endpoint.EndpointState.DEACTIVATED;
import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.NEW;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.ConfigStore.Change.TestAttempt;
import dev.posthorn.core.task.Task;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EndpointTesterTest {
    private final TestWorld world = new TestWorld();
    private final Endpoint endpoint = SampleEndpoints.endpoint("ricloud");

    @Test
    void writes_task_attempts_and_verdict_together() {
        FinishedTest test = world.test(endpoint, null);

        assertThat(world.started).extracting(Task::state).containsExactly(Task.State.PROCESSING);
        assertThat(world.written)
                .extracting(Object::getClass)
                .containsExactly(
                        Change.TaskChange.class,
                        Change.TestAttempt.class,
                        Change.EndpointChange.class);
        assertThat(test.task().startedMs()).isEqualTo(SampleEndpoints.NOW);
        assertThat(test.task().completedMs()).isEqualTo(test.endedMs());
    }

    @Test
    void logs_each_call_as_a_test_with_an_event_of_its_own() {
        TestAttempt attempt = world.test(endpoint, null).attempts().getFirst();

        assertThat(attempt.attempt().trigger()).isEqualTo(Trigger.TEST);
        assertThat(attempt.attempt().number()).isEqualTo(1);
        assertThat(attempt.attempt().startedMs()).isEqualTo(SampleEndpoints.NOW);
        assertThat(attempt.seq()).isEqualTo(attempt.eventSeq() + 1);
        assertThat(attempt.type()).isEqualTo("webhook_config.test");
        assertThat(attempt.attempt().bodySha256()).hasSize(32);
    }

    @Test
    void tests_one_endpoint_one_test_after_another() {
        world.endpoints.put(endpoint.id(), endpoint);

        world.start(endpoint, null);
        world.start(endpoint, null);

        assertThat(world.receiver.requests).hasSize(1);
        world.receiver.answer();
        assertThat(world.finished).hasSize(1);
        assertThat(world.receiver.requests).hasSize(2);
        world.receiver.answer();
        assertThat(world.finished).hasSize(2);
    }

    @Test
    void tests_different_endpoints_side_by_side() {
        Endpoint other = copy(endpoint, 7);
        world.endpoints.put(endpoint.id(), endpoint);
        world.endpoints.put(other.id(), other);

        world.start(endpoint, null);
        world.start(other, null);

        assertThat(world.receiver.unanswered()).isEqualTo(2);
    }

    @Test
    void takes_the_endpoint_as_it_is_when_its_turn_has_come() {
        world.endpoints.put(endpoint.id(), endpoint);
        world.start(endpoint, null);
        world.start(endpoint, null);
        Endpoint moved = moved("https://new.example.com");
        world.endpoints.put(endpoint.id(), moved);

        world.receiver.answer();
        world.receiver.answer();

        assertThat(world.receiver.requests.getLast().url()).startsWith("https://new.example.com/");
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
    }

    @Test
    void drops_a_verdict_about_an_endpoint_that_was_changed_meanwhile() {
        assertThat(stateAfterChange(e -> moved("https://new.example.com"))).isEqualTo(NEW);
        assertThat(stateAfterChange(e -> e.withState(INVALID, "gone", 0))).isEqualTo(INVALID);
        assertThat(
                        stateAfterChange(e ->
                                e.withSecrets(EndpointSecrets.of(new Secret("another secret")), 0)))
                .isEqualTo(NEW);
    }

    @Test
    void keeps_a_verdict_where_only_other_things_were_changed() {
        assertThat(stateAfterChange(EndpointTesterTest::resubscribed)).isEqualTo(VALID);
    }

    @Test
    void never_overwrites_deactivated() {
        assertThat(stateAfterChange(e -> e.withState(DEACTIVATED, null, 0))).isEqualTo(DEACTIVATED);

        FinishedTest test = world.test(endpoint.withState(DEACTIVATED, null, 0), null);

        assertThat(test.task().state()).isEqualTo(Task.State.SUCCEEDED);
        assertThat(world.current(endpoint).state()).isEqualTo(DEACTIVATED);
        assertThat(world.current(endpoint).testedMs()).isNull();
    }

    @Test
    void leaves_a_valid_endpoint_alone_while_its_test_runs() {
        Endpoint valid = endpoint.withState(VALID, null, 0);
        world.endpoints.put(valid.id(), valid);

        world.start(valid, null);

        assertThat(world.current(valid).state()).isEqualTo(VALID);
    }

    @Test
    void refuses_tests_nobody_could_want() {
        world.endpoints.put(endpoint.id(), endpoint);
        for (int i = 0; i <= EndpointTester.MAX_WAITING_PER_ENDPOINT; i++) {
            assertThat(world.start(endpoint, null)).isTrue();
        }

        assertThat(world.start(endpoint, null)).isFalse();
    }

    @Test
    void runs_only_so_many_at_once_and_the_others_after_them() {
        int many = EndpointTester.MAX_RUNNING + 10;
        for (int i = 0; i < many; i++) {
            Endpoint one = copy(endpoint, 1000 + i);
            world.endpoints.put(one.id(), one);
            world.start(one, null);
        }

        assertThat(world.receiver.unanswered()).isEqualTo(EndpointTester.MAX_RUNNING);
        while (world.receiver.answer()) {
            assertThat(world.receiver.unanswered()).isLessThanOrEqualTo(EndpointTester.MAX_RUNNING);
        }
        assertThat(world.finished).hasSize(many);
    }

    @Test
    void goes_on_when_an_endpoint_was_erased() {
        world.start(endpoint, null);
        assertThat(world.receiver.requests).isEmpty();
        assertThat(world.erased).hasSize(1);

        world.test(endpoint, null);

        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
    }

    private EndpointState stateAfterChange(UnaryOperator<Endpoint> change) {
        TestWorld own = new TestWorld();
        own.endpoints.put(endpoint.id(), endpoint);
        own.start(endpoint, null);
        own.endpoints.put(endpoint.id(), change.apply(endpoint));
        own.receiver.answer();
        return own.current(endpoint).state();
    }

    private Endpoint moved(String url) {
        return endpoint.withSettings(EndpointSettings.of(url, "ricloud"), 0);
    }

    private static Endpoint resubscribed(Endpoint endpoint) {
        var settings =
                SampleEndpoints.with(
                        endpoint.settings().url(),
                        "ricloud",
                        endpoint.settings().options(),
                        Map.of("X-Colour", "blue"),
                        List.of("user.*"));
        return endpoint.withSettings(settings, 0);
    }

    private static Endpoint copy(Endpoint endpoint, long id) {
        return new Endpoint(
                new EndpointId(id),
                endpoint.organisation(),
                null,
                endpoint.settings(),
                endpoint.secrets(),
                endpoint.state(),
                null,
                0,
                false,
                0,
                0,
                null,
                endpoint.tests(),
                1);
    }
}
