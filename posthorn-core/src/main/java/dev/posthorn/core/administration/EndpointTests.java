package dev.posthorn.core.administration;

import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.task.Task;
import java.util.concurrent.CompletableFuture;

/**
 * Makes endpoint tests in the background: those of one endpoint one after another, each request
 * once. Writes the task as it goes on and the verdict when it ends.
 */
public interface EndpointTests {
    /** Queues a test and returns at once; completes with the task when it is done and durable. */
    CompletableFuture<Task> start(TestRequest request);
}
