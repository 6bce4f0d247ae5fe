package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.TestContext;
import dev.posthorn.core.profile.TestContext.Examples;
import dev.posthorn.core.task.Task;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * Tests endpoints: those of one endpoint one after another, those of different ones side by side.
 * Never blocks; every call in and out is on one thread, the one the sender answers on.
 */
public final class EndpointTester {
    /** A test is a request or six; more at once would compete with deliveries. */
    static final int MAX_RUNNING = 256;

    /** Nobody presses the button this often and reads all the answers. */
    static final int MAX_WAITING_PER_ENDPOINT = 16;

    /** Whoever makes this many endpoints at once can ask for some tests again. */
    static final int MAX_WAITING = 10_000;

    private final Profiles profiles;
    private final SenderIdentity identity;
    private final Examples examples;
    private final TestPorts ports;
    private final TestListener listener;

    /** An endpoint is a key while a test of it runs or waits for its turn. */
    private final Map<EndpointId, Queue<TestRequest>> waiting = new HashMap<>();

    private final Queue<TestRequest> turns = new ArrayDeque<>();
    private int running;

    public EndpointTester(
            Profiles profiles,
            SenderIdentity identity,
            Examples examples,
            TestPorts ports,
            TestListener listener) {
        this.profiles = profiles;
        this.identity = identity;
        this.examples = examples;
        this.ports = ports;
        this.listener = listener;
    }

    /**
     * Starts a test as soon as those of the same endpoint before it are written down.
     *
     * @return false when too many wait: the task will not be worked on
     */
    public boolean start(TestRequest request) {
        Queue<TestRequest> line = waiting.get(request.endpoint());
        if (turns.size() >= MAX_WAITING
                || (line != null && line.size() >= MAX_WAITING_PER_ENDPOINT)) {
            return false;
        }
        if (line != null) {
            line.add(request);
            return true;
        }
        waiting.put(request.endpoint(), new ArrayDeque<>());
        turns.add(request);
        takeTurns();
        return true;
    }

    /** Whether another test of it follows the one that runs. */
    public boolean hasNext(EndpointId endpoint) {
        Queue<TestRequest> line = waiting.get(endpoint);
        return line != null && !line.isEmpty();
    }

    private void takeTurns() {
        while (running < MAX_RUNNING && !turns.isEmpty()) {
            running++;
            begin(turns.remove());
        }
    }

    /**
     * The endpoint is looked up when its turn has come: a test before this one may be its maker.
     */
    private void begin(TestRequest request) {
        Task task = request.task().started(ports.clock().millis());
        Optional<Endpoint> endpoint = ports.endpoints().apply(request.endpoint());
        if (endpoint.isEmpty()) {
            listener.erased(task);
            ended(request.endpoint());
            return;
        }
        listener.started(task, () -> run(request, task, endpoint.get()));
    }

    private void run(TestRequest request, Task task, Endpoint endpoint) {
        var context = new TestContext(identity, request.account(), request.eventType(), examples);
        new RunningTest(
                        ports,
                        task,
                        endpoint,
                        profiles.of(endpoint),
                        context,
                        soFar -> listener.called(task, soFar),
                        this::finished)
                .step();
    }

    private void finished(FinishedTest test) {
        listener.finished(test, () -> ended(test.tested().id()));
    }

    private void ended(EndpointId endpoint) {
        running--;
        Queue<TestRequest> line = waiting.getOrDefault(endpoint, new ArrayDeque<>());
        TestRequest next = line.poll();
        if (next == null) {
            waiting.remove(endpoint);
        } else {
            turns.add(next);
        }
        takeTurns();
    }
}
