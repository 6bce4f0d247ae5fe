package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The tests of a webhook as their page shows them.
 *
 * @param groups one for each event type that is tested by itself, else one
 * @param running whether a test is under way
 * @param made calls made in the test under way
 * @param types to choose from where one test speaks for all; empty where each has its own
 * @param contents whether the visitor may see what was sent
 * @param path of this page, to load it again
 */
public record Tests(
        Heading heading,
        List<TestGroup> groups,
        boolean running,
        int made,
        long startedMs,
        List<String> types,
        boolean contents,
        String path) {
    /** Tests looked through for the latest of each type. */
    private static final int LOOKED_THROUGH = 200;

    public static Tests of(Visit visit, DeskWebhook webhook) {
        List<Task> tasks = tasks(visit, webhook.endpoint());
        List<String> own = webhook.profile().testedTypes(webhook.endpoint());
        Task latest = tasks.isEmpty() ? null : tasks.getFirst();
        boolean running = latest != null && latest.completedMs() == null;
        List<TestResult> soFar =
                latest != null && running ? webhook.testedSoFar(latest.id()) : List.of();
        boolean contents = visit.desk().visitor().role().seesContents();
        return new Tests(
                Heading.of(visit, webhook, Section.TEST),
                groups(visit, webhook, tasks, own, running, soFar),
                running,
                soFar.size(),
                latest == null ? 0 : latest.createdMs(),
                own.isEmpty() ? visit.desk().eventTypes() : List.of(),
                contents,
                visit.frame().path());
    }

    /** Newest first; the one named in the query is among them even when others came since. */
    private static List<Task> tasks(Visit visit, Endpoint endpoint) {
        List<Task> tasks = new ArrayList<>();
        OptionalLong named = visit.desk().ids().seq(visit.asked("task").orElse(""));
        List<Task> recent =
                visit.desk()
                        .log()
                        .tasks(Task.ENDPOINT_TEST, null, PageRequest.newest(LOOKED_THROUGH))
                        .rows();
        if (named.isPresent()
                && recent.stream().noneMatch(task -> task.id().seq() == named.getAsLong())) {
            visit.desk().log().task(new TaskId(named.getAsLong())).ifPresent(tasks::add);
        }
        tasks.addAll(recent);
        tasks.removeIf(task -> task.target() != endpoint.id().seq());
        return tasks;
    }

    private static List<TestGroup> groups(
            Visit visit,
            DeskWebhook webhook,
            List<Task> tasks,
            List<String> own,
            boolean running,
            List<TestResult> soFar) {
        if (own.isEmpty()) {
            return List.of(
                    TestGroup.whole(
                            visit, webhook, tasks.isEmpty() ? null : tasks.getFirst(), soFar));
        }
        List<TestGroup> groups = new ArrayList<>();
        for (String type : own) {
            List<TestResult> now = of(type, soFar);
            Task last =
                    tasks.stream()
                            .filter(task -> !of(type, task.results()).isEmpty())
                            .findFirst()
                            .orElse(null);
            groups.add(TestGroup.ofType(visit, webhook, type, last, now, running));
        }
        return groups;
    }

    static List<TestResult> of(String type, List<TestResult> results) {
        return results.stream().filter(result -> Objects.equals(type, result.eventType())).toList();
    }

    /** Whether there is a button for all at once. */
    public boolean hasSeveral() {
        return groups.size() > 1;
    }
}
