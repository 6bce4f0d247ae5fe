package dev.posthorn.server.engine;

import dev.posthorn.core.administration.EndpointTests;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpointtest.EndpointTester;
import dev.posthorn.core.endpointtest.FinishedTest;
import dev.posthorn.core.endpointtest.TestListener;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes endpoint tests on the engine's loop and writes how they go away from it. */
public final class LoopTests implements EndpointTests, TestListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoopTests.class);

    private final Map<TaskId, CompletableFuture<Task>> awaited = new ConcurrentHashMap<>();
    private final Mailbox mailbox;
    private final Configuration configuration;
    private final Executor blocking;
    private final EndpointTester tester;

    /** {@code tester} is made with this as its listener. */
    public LoopTests(
            Engine engine,
            Configuration configuration,
            Executor blocking,
            Function<TestListener, EndpointTester> tester) {
        this.mailbox = engine.mailbox();
        this.configuration = configuration;
        this.blocking = blocking;
        this.tester = tester.apply(this);
    }

    @Override
    public CompletableFuture<Task> start(TestRequest request) {
        CompletableFuture<Task> finished = new CompletableFuture<>();
        awaited.put(request.task().id(), finished);
        mailbox.post(() -> start(request, finished));
        return finished;
    }

    private void start(TestRequest request, CompletableFuture<Task> finished) {
        if (!tester.start(request)) {
            awaited.remove(request.task().id());
            finished.completeExceptionally(
                    new IllegalStateException(
                            "too many tests wait already: ask for this one again later"));
        }
    }

    @Override
    public void started(Task task, Runnable then) {
        write(() -> List.of(new Change.TaskChange(task)), task, then, () -> {});
    }

    @Override
    public void finished(FinishedTest test, Runnable then) {
        write(
                () -> test.changes(configuration.directory().endpoint(test.tested().id())),
                test.task(),
                then,
                () -> tell(test.task()));
    }

    private void tell(Task task) {
        CompletableFuture<Task> finished = awaited.remove(task.id());
        if (finished != null) {
            finished.complete(task);
        }
    }

    private void write(Supplier<List<Change>> changes, Task task, Runnable then, Runnable written) {
        blocking.execute(() -> {
            try {
                configuration.change(() -> new Decision<>(changes.get(), task));
                written.run();
            } catch (RuntimeException e) {
                LOG.warn("task {} could not be written", task.id().seq(), e);
            } finally {
                mailbox.post(then);
            }
        });
    }
}
