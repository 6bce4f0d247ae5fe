package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.task.Task;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What came of a change to an endpoint. */
public sealed interface EndpointResult {
    /** Durable and in force. {@code test}: what it started, null when it started none. */
    record Done(Endpoint endpoint, @Nullable StartedTest test) implements EndpointResult {}

    /** Nothing was changed. */
    record Refused(EndpointRejection why) implements EndpointResult {}

    /**
     * A test under way.
     *
     * @param task as it was written down first
     * @param done the same task when it is over
     */
    record StartedTest(Task task, CompletableFuture<Task> done) {}
}
