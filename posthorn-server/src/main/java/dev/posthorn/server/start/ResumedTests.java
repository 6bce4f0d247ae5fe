package dev.posthorn.server.start;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointTests;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with what was being tested when the node ended. An endpoint left {@code new} would hold
 * its deliveries for ever, and a task left pending would keep its client waiting.
 */
public final class ResumedTests {
    private static final Logger LOG = LoggerFactory.getLogger(ResumedTests.class);

    private final Directory directory;
    private final DeliveryLog log;
    private final EndpointTests tests;
    private final EndpointAdministration endpoints;

    public ResumedTests(
            Directory directory,
            DeliveryLog log,
            EndpointTests tests,
            EndpointAdministration endpoints) {
        this.directory = directory;
        this.log = log;
        this.tests = tests;
        this.endpoints = endpoints;
    }

    public void start(long nowMs) {
        Set<EndpointId> resumed = new HashSet<>();
        for (Task task : unfinished()) {
            EndpointId target = new EndpointId(task.target());
            resumed.add(target);
            var _ =
                    tests.start(new TestRequest(task, target, Actor.POSTHORN.account(), null))
                            .whenComplete((_, failure) -> note(target, failure));
        }
        directory.endpoints().stream()
                .filter(endpoint -> endpoint.state() == EndpointState.NEW)
                .map(Endpoint::id)
                .filter(id -> !resumed.contains(id))
                .toList()
                .forEach(id -> endpoints.test(id, null, Actor.POSTHORN, nowMs));
    }

    private static void note(EndpointId target, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("endpoint {} could not be tested", target.seq(), failure);
        }
    }

    private List<Task> unfinished() {
        List<Task> found = new ArrayList<>();
        for (Task.State state : List.of(Task.State.PROCESSING, Task.State.PENDING)) {
            long after = 0;
            Page<Task> page;
            do {
                page = log.tasks(null, Task.ENDPOINT_TEST, state, older(after));
                found.addAll(page.rows());
                after = last(page);
            } while (page.hasMore());
        }
        return found;
    }

    private static PageRequest older(long after) {
        return new PageRequest(PageRequest.MAX_LIMIT, after, 0, false);
    }

    private static long last(Page<Task> page) {
        return page.nextAfter() != 0 || page.rows().isEmpty()
                ? page.nextAfter()
                : page.rows().getLast().id().seq();
    }
}
