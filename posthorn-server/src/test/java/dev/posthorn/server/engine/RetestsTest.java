package dev.posthorn.server.engine;

import static dev.posthorn.core.endpoint.EndpointState.DEACTIVATED;
import static dev.posthorn.core.endpoint.EndpointState.INVALID;
import static dev.posthorn.core.endpoint.EndpointState.NEW;
import static dev.posthorn.core.endpoint.EndpointState.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.SecretRotation;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tests that nobody asked for, in simulated time. */
class RetestsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SimulatedTests world = new SimulatedTests();

    private Endpoint invalid() {
        world.status = 500;
        Endpoint endpoint = world.made("ricloud");
        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
        return endpoint;
    }

    /** Minutes, counted from the start, in which a test was made. */
    private List<Integer> minutesOfTests(SimulatedTests in, int minutes) {
        List<Integer> found = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            int before = in.requests.size();
            in.pass(MINUTE);
            for (int i = before; i < in.requests.size(); i++) {
                found.add(minute);
            }
        }
        return found;
    }

    @Test
    void tests_an_invalid_endpoint_after_1_5_and_30_minutes_then_hourly_for_a_day() {
        invalid();
        assertThat(minutesOfTests(world, 40 * 60))
                .startsWith(1, 5, 30, 90, 150)
                .endsWith(24 * 60 - 30, 24 * 60 + 30)
                .hasSize(27);
        assertThat(world.isAsleep()).isTrue();
    }

    @Test
    void finds_a_receiver_that_was_mended() {
        Endpoint endpoint = invalid();
        world.pass(Duration.ofMinutes(20));
        world.status = 200;
        world.pass(Duration.ofMinutes(9));
        assertThat(world.current(endpoint).state()).isEqualTo(INVALID);
        world.pass(Duration.ofMinutes(1));
        assertThat(world.current(endpoint))
                .extracting(Endpoint::state, Endpoint::stateReason, Endpoint::testedMs)
                .containsExactly(
                        VALID, null, SimulatedTests.START_MS + Duration.ofMinutes(30).toMillis());
        assertThat(minutesOfTests(world, 24 * 60)).isEmpty();
    }

    @Test
    void goes_on_after_a_restart_and_skips_what_was_missed() {
        invalid();
        world.pass(Duration.ofMinutes(2));
        Snapshot stored = world.stored();
        long downMs = Duration.ofMinutes(70).toMillis();
        SimulatedTests after = new SimulatedTests(stored, downMs);
        after.status = 500;
        assertThat(minutesOfTests(after, 120)).containsExactly(20, 80);
        SimulatedTests muchLater = new SimulatedTests(stored, Duration.ofDays(2).toMillis());
        assertThat(muchLater.isAsleep()).isTrue();
    }

    @Test
    void starts_anew_with_each_time_it_becomes_invalid() {
        Endpoint endpoint = invalid();
        world.pass(Duration.ofMinutes(20));
        world.update(endpoint, one -> one, EndpointUpdate.Wish.NEW);
        world.run();
        assertThat(minutesOfTests(world, 31)).containsExactly(1, 5, 30);
    }

    @Test
    void a_test_somebody_asks_for_changes_nothing_about_the_schedule() {
        Endpoint endpoint = invalid();
        world.pass(Duration.ofMinutes(3));
        world.endpoints.test(endpoint.id(), null, Actor.POSTHORN, world.nowMs);
        world.run();
        assertThat(minutesOfTests(world, 30)).containsExactly(2, 27);
    }

    @Test
    void leaves_what_is_gone_or_deactivated_alone() {
        Endpoint gone = invalid();
        world.configuration.changeEndpoint(
                gone.id(), one -> one.withState(INVALID, Endpoint.GONE, world.nowMs));
        Endpoint off = world.made("standard");
        world.endpoints.deactivate(off.id(), Actor.POSTHORN, world.nowMs);
        assertThat(minutesOfTests(world, 60)).isEmpty();
        assertThat(world.current(off).state()).isEqualTo(DEACTIVATED);
    }

    @Test
    void ten_thousand_endpoints_cost_one_alarm() {
        List<Endpoint> many = new ArrayList<>();
        Endpoint sample = invalid();
        for (int i = 0; i < 10_000; i++) {
            many.add(copy(sample, 1_000_000 + i));
        }
        SimulatedTests after = new SimulatedTests(new Snapshot(List.of(), List.of(), many), 30_000);
        after.status = 500;
        after.pass(Duration.ofSeconds(29));
        assertThat(after.requests).isEmpty();
        after.pass(Duration.ofSeconds(1));
        assertThat(after.requests).hasSize(Retests.MOST_AT_ONCE);
        after.pass(Duration.ofMinutes(2));
        assertThat(after.requests).hasSize(10_000);
    }

    private Endpoint copy(Endpoint endpoint, long seq) {
        Endpoint now = world.current(endpoint);
        return new Endpoint(
                new EndpointId(seq),
                now.organisation(),
                null,
                now.settings(),
                now.secrets(),
                now.state(),
                now.stateReason(),
                now.stateSinceMs(),
                now.verified(),
                now.createdMs(),
                now.updatedMs(),
                now.testedMs(),
                now.tests(),
                now.revision());
    }

    @Test
    void a_rotation_during_a_test_costs_another_test_and_not_the_verdict() {
        world.holding = true;
        Endpoint endpoint = world.made("standard");
        assertThat(world.requests).hasSize(1);
        SimulatedTests.done(
                world.endpoints.rotate(endpoint.id(), new SecretRotation(null, 0), world.nowMs));
        world.holding = false;
        world.answers.removeFirst().run();
        world.run();
        assertThat(world.current(endpoint).state()).isEqualTo(NEW);
        world.pass(Duration.ofMillis(1));
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
    }

    @Test
    void an_update_during_a_test_starts_one_test_not_two() {
        world.holding = true;
        Endpoint endpoint = world.made("ricloud");
        world.update(
                endpoint,
                one -> new SettingsDraft(one).url("https://example.com/other").settings(),
                null);
        world.run();
        world.holding = false;
        world.answers.removeFirst().run();
        world.run();
        world.pass(MINUTE);
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
        assertThat(world.requests).hasSize(2);
    }

    @Test
    void a_verdict_that_could_not_be_written_is_found_again() {
        world.holding = true;
        Endpoint endpoint = world.made("ricloud");
        EndpointResult.Done asked =
                (EndpointResult.Done)
                        world.endpoints.test(endpoint.id(), null, Actor.POSTHORN, world.nowMs);
        world.full = true;
        world.holding = false;
        world.answers.removeFirst().run();
        world.run();
        assertThat(world.current(endpoint).state()).isEqualTo(NEW);
        CompletableFuture<Task> told = asked.test().done();
        assertThat(told).isCompletedExceptionally();
        world.full = false;
        world.pass(MINUTE);
        assertThat(world.current(endpoint).state()).isEqualTo(VALID);
    }

    @Test
    void tells_whoever_waits_when_too_many_tests_do_and_tests_later() {
        world.holding = true;
        Endpoint endpoint = world.made("ricloud");
        List<CompletableFuture<Task>> asked = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            asked.add(
                    ((EndpointResult.Done)
                                    world.endpoints.test(
                                            endpoint.id(), null, Actor.POSTHORN, world.nowMs))
                            .test()
                            .done());
        }
        world.run();
        assertThat(asked.subList(0, 16)).noneMatch(CompletableFuture::isDone);
        assertThat(asked.getLast().join())
                .extracting(Task::state, Task::error)
                .containsExactly(Task.State.FAILED, "too-many-tests");
        assertThat(world.saved).contains(new Change.TaskChange(asked.getLast().join()));
        assertThat(world.isAsleep()).isFalse();
    }

    @Test
    void a_test_of_what_was_erased_leaves_nobody_waiting() {
        Endpoint nowhere = new SimulatedTests().made("ricloud");
        Task task =
                new Task(
                        new TaskId(5),
                        SimulatedTests.ORGANISATION,
                        null,
                        Task.ENDPOINT_TEST,
                        nowhere.id().seq(),
                        Task.State.PENDING,
                        List.of(),
                        null,
                        world.nowMs,
                        null,
                        null);
        CompletableFuture<Task> told =
                world.tests.start(
                        new TestRequest(task, nowhere.id(), Actor.POSTHORN.account(), null));
        world.run();
        assertThatThrownBy(told::join).hasMessageContaining("was erased");
        assertThat(world.tests.awaited()).isZero();
        assertThat(world.saved).isEmpty();
    }
}
