package dev.posthorn.core.administration;

import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Makes endpoint tests in the background: those of one endpoint one after another, each request
 * once. Writes the task as it goes on and the verdict when it ends.
 */
public interface EndpointTests {
    /** Queues a test and returns at once; completes with the task when it is done and durable. */
    CompletableFuture<Task> start(TestRequest request);

    /** The calls a test under way has made, in order; empty when it is not under way here. */
    default List<TestResult> soFar(TaskId task) {
        return List.of();
    }
}
