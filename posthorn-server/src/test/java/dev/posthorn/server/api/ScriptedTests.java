package dev.posthorn.server.api;

import dev.posthorn.core.administration.EndpointTests;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Every test succeeds in the background, but those of URLs with {@code bad} or {@code slow}. */
public final class ScriptedTests implements EndpointTests {
    private final Configuration configuration;

    public ScriptedTests(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public CompletableFuture<Task> start(TestRequest request) {
        Endpoint endpoint = configuration.directory().endpoint(request.endpoint()).orElseThrow();
        return endpoint.settings().url().contains("slow")
                ? new CompletableFuture<>()
                : CompletableFuture.supplyAsync(() -> finish(request, endpoint));
    }

    private Task finish(TestRequest request, Endpoint endpoint) {
        boolean good = !endpoint.settings().url().contains("bad");
        Task done = done(request.task(), good);
        EndpointState verdict = good ? EndpointState.VALID : EndpointState.INVALID;
        return configuration.change(() -> {
            Endpoint now = configuration.directory().endpoint(endpoint.id()).orElseThrow();
            return new Decision<>(
                    List.of(
                            new Change.TaskChange(done),
                            new Change.EndpointChange(
                                    now.tested(
                                            verdict,
                                            good ? null : "it said no",
                                            false,
                                            TestRecord.NONE,
                                            ApiFixture.NOW_MS))),
                    done);
        });
    }

    private static Task done(Task task, boolean good) {
        return new Task(
                task.id(),
                task.organisation(),
                task.key(),
                task.type(),
                task.target(),
                good ? Task.State.SUCCEEDED : Task.State.FAILED,
                List.of(),
                good ? null : "test-failed",
                task.createdMs(),
                task.createdMs(),
                task.createdMs());
    }
}
