package dev.posthorn.core.endpointtest;

import dev.posthorn.core.catalogue.Catalogue;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A tester with endpoints in a map and a receiver that answers when told to. */
final class TestWorld implements TestListener {
    static final TestAccount ACCOUNT =
            new TestAccount.UserAccount("u-1", "ada@example.com", "Ada Example", "owner", "o-1");

    final Map<EndpointId, Endpoint> endpoints = new HashMap<>();
    final ScriptedReceiver receiver = new ScriptedReceiver();
    final List<Task> started = new ArrayList<>();
    final List<Task> erased = new ArrayList<>();
    final List<FinishedTest> finished = new ArrayList<>();
    final List<Change> written = new ArrayList<>();
    final EndpointTester tester;
    long nowMs = SampleEndpoints.NOW;
    private long tasks;

    TestWorld() {
        tester =
                new EndpointTester(
                        BuiltInProfiles.profiles(),
                        SampleEndpoints.IDENTITY,
                        Catalogue::example,
                        new TestPorts(
                                id -> Optional.ofNullable(endpoints.get(id)),
                                receiver,
                                new Sequence(0),
                                new Random(1),
                                () -> Instant.ofEpochMilli(nowMs),
                                Duration.ofSeconds(15)),
                        this);
    }

    /** Starts a test and lets everything happen. */
    FinishedTest test(Endpoint endpoint, @Nullable String eventType) {
        endpoints.put(endpoint.id(), endpoint);
        start(endpoint, eventType);
        while (receiver.answer()) {
            nowMs += 10;
        }
        return finished.getLast();
    }

    boolean start(Endpoint endpoint, @Nullable String eventType) {
        return tester.start(new TestRequest(task(endpoint), endpoint.id(), ACCOUNT, eventType));
    }

    Endpoint current(Endpoint endpoint) {
        return endpoints.get(endpoint.id());
    }

    private Task task(Endpoint endpoint) {
        return new Task(
                new TaskId(++tasks),
                endpoint.organisation(),
                null,
                Task.ENDPOINT_TEST,
                endpoint.id().seq(),
                Task.State.PENDING,
                List.of(),
                null,
                nowMs,
                null,
                null);
    }

    @Override
    public void started(Task task, Runnable then) {
        started.add(task);
        then.run();
    }

    @Override
    public void erased(Task task) {
        erased.add(task);
    }

    @Override
    public void finished(FinishedTest test, Runnable then) {
        finished.add(test);
        List<Change> changes = test.changes(Optional.ofNullable(endpoints.get(test.tested().id())));
        written.addAll(changes);
        for (Change change : changes) {
            if (change instanceof Change.EndpointChange(var endpoint)) {
                endpoints.put(endpoint.id(), endpoint);
            }
        }
        then.run();
    }
}
