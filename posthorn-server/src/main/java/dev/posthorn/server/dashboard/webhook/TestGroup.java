package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one test, or of one event type of it.
 *
 * @param label what is tested
 * @param type sent to test it again; empty for the profile's own test
 * @param verdict {@code passed}, {@code failed}, {@code running} or {@code untested}
 * @param atMs when it ended, 0 when it has not
 * @param message what a person can do, empty when nothing has to be done
 */
public record TestGroup(
        String label,
        String type,
        String verdict,
        long atMs,
        List<ShownCall> calls,
        String message) {

    /** {@code now}: calls made so far by the test under way. */
    static TestGroup ofType(
            Visit visit,
            DeskWebhook webhook,
            String type,
            @Nullable Task last,
            List<TestResult> now,
            boolean running) {
        if (running && !now.isEmpty()) {
            return new TestGroup(type, type, "running", 0, ShownCall.all(now, webhook, visit), "");
        }
        TypeTest known = webhook.endpoint().tests().types().get(type);
        List<TestResult> results = last == null ? List.of() : Tests.of(type, last.results());
        if (known == null) {
            return new TestGroup(
                    type, type, "untested", 0, ShownCall.all(results, webhook, visit), "");
        }
        return new TestGroup(
                type,
                type,
                known.passed() ? "passed" : "failed",
                known.atMs(),
                ShownCall.all(results, webhook, visit),
                known.passed() ? "" : known.message());
    }

    /** {@code task}: the latest, null before the first. */
    static TestGroup whole(
            Visit visit, DeskWebhook webhook, @Nullable Task task, List<TestResult> soFar) {
        String label = visit.words().say("test.whole");
        if (task == null) {
            return new TestGroup(label, "", "untested", 0, List.of(), "");
        }
        Long ended = task.completedMs();
        if (ended == null) {
            return new TestGroup(label, "", "running", 0, ShownCall.all(soFar, webhook, visit), "");
        }
        boolean passed = task.state() == Task.State.SUCCEEDED;
        return new TestGroup(
                label,
                "",
                passed ? "passed" : "failed",
                ended,
                ShownCall.all(task.results(), webhook, visit),
                message(task));
    }

    private static String message(Task task) {
        return task.results().stream()
                .filter(result -> !result.passed())
                .map(TestResult::message)
                .findFirst()
                .orElse(task.error() == null ? "" : task.error());
    }

    /** As CSS knows it. */
    public String kind() {
        return switch (verdict) {
            case "passed" -> "good";
            case "failed" -> "bad";
            default -> "wait";
        };
    }
}
