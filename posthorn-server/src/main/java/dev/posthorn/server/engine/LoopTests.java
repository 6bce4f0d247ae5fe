package dev.posthorn.server.engine;

import dev.posthorn.core.administration.EndpointTests;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpointtest.EndpointTester;
import dev.posthorn.core.endpointtest.FinishedTest;
import dev.posthorn.core.endpointtest.TestListener;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes endpoint tests on the engine's loop and writes how they go away from it. */
public final class LoopTests implements EndpointTests, TestListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoopTests.class);

    /** The task's {@code error} when its test was not even begun. */
    static final String TOO_MANY_TESTS = "too-many-tests";

    private final Map<TaskId, CompletableFuture<Task>> awaited = new ConcurrentHashMap<>();
    private final Map<TaskId, List<TestResult>> soFar = new ConcurrentHashMap<>();
    private final Executor loop;
    private final Configuration configuration;
    private final Executor blocking;
    private final Retests retests;
    private final LongSupplier clockMs;
    private final EndpointTester tester;

    /** {@code tester} is made with this as its listener. */
    public LoopTests(
            Engine engine,
            Configuration configuration,
            Executor blocking,
            Retests retests,
            LongSupplier clockMs,
            Function<TestListener, EndpointTester> tester) {
        this(engine.mailbox()::post, configuration, blocking, retests, clockMs, tester);
    }

    LoopTests(
            Executor loop,
            Configuration configuration,
            Executor blocking,
            Retests retests,
            LongSupplier clockMs,
            Function<TestListener, EndpointTester> tester) {
        this.loop = loop;
        this.configuration = configuration;
        this.blocking = blocking;
        this.retests = retests;
        this.clockMs = clockMs;
        this.tester = tester.apply(this);
    }

    @Override
    public CompletableFuture<Task> start(TestRequest request) {
        CompletableFuture<Task> finished = new CompletableFuture<>();
        awaited.put(request.task().id(), finished);
        loop.execute(() -> begin(request));
        return finished;
    }

    private void begin(TestRequest request) {
        if (!tester.start(request)) {
            refused(request);
        }
    }

    /** Its client hears of it, and an endpoint that waits for a verdict gets one later. */
    private void refused(TestRequest request) {
        Task task = request.task().completed(List.of(), TOO_MANY_TESTS, clockMs.getAsLong());
        blocking.execute(() -> {
            write(task, () -> List.of(new Change.TaskChange(task)));
            retests.later(request.endpoint());
        });
    }

    @Override
    public void started(Task task, Runnable then) {
        blocking.execute(() -> {
            save(task, () -> List.of(new Change.TaskChange(task)));
            loop.execute(then);
        });
    }

    @Override
    public void called(Task task, List<TestResult> calls) {
        soFar.put(task.id(), calls);
    }

    @Override
    public List<TestResult> soFar(TaskId task) {
        return soFar.getOrDefault(task, List.of());
    }

    @Override
    public void finished(FinishedTest test, Runnable then) {
        blocking.execute(() -> {
            boolean written = write(test.task(), () -> changes(test));
            loop.execute(() -> {
                if (!written) {
                    retests.later(test.tested().id());
                }
                then.run();
            });
        });
    }

    private List<Change> changes(FinishedTest test) {
        EndpointId id = test.tested().id();
        Optional<Endpoint> current = configuration.directory().endpoint(id);
        if (test.isTooLate(current)) {
            loop.execute(() -> missed(id));
        }
        return test.changes(current);
    }

    /** Somebody may have asked for the next test already. */
    private void missed(EndpointId endpoint) {
        if (!tester.hasNext(endpoint)) {
            retests.atOnce(endpoint);
        }
    }

    @Override
    public void erased(Task task) {
        fail(task, new IllegalStateException("endpoint " + task.target() + " was erased"));
    }

    /** Whoever waits for the task is told either way. */
    private boolean write(Task task, Supplier<List<Change>> changes) {
        Optional<RuntimeException> failure = save(task, changes);
        failure.ifPresentOrElse(cause -> fail(task, cause), () -> tell(task));
        return failure.isEmpty();
    }

    private Optional<RuntimeException> save(Task task, Supplier<List<Change>> changes) {
        try {
            configuration.change(() -> new Decision<>(changes.get(), task));
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("task {} could not be written", task.id().seq(), e);
            return Optional.of(e);
        }
    }

    /** How many tests somebody may be waiting for. */
    int awaited() {
        return awaited.size();
    }

    private void tell(Task task) {
        soFar.remove(task.id());
        CompletableFuture<Task> finished = awaited.remove(task.id());
        if (finished != null) {
            finished.complete(task);
        }
    }

    private void fail(Task task, RuntimeException cause) {
        soFar.remove(task.id());
        CompletableFuture<Task> finished = awaited.remove(task.id());
        if (finished != null) {
            finished.completeExceptionally(cause);
        }
    }
}
