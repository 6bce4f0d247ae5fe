package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.task.TestResult;
import dev.posthorn.server.dashboard.desk.DeskWebhook;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a test.
 *
 * @param what kind of call it is, such as with the wrong token
 * @param fooled whether a forged call was taken for a genuine one
 * @param came status, or empty when there was no answer
 */
public record ShownCall(
        String what,
        String method,
        String expected,
        boolean passed,
        boolean fooled,
        String came,
        String message,
        ShownMessage sent,
        @Nullable ShownMessage answer) {
    private static final String COMMENTS = "fastcomments";

    static List<ShownCall> all(List<TestResult> results, DeskWebhook webhook, Visit visit) {
        List<ShownCall> calls = new ArrayList<>();
        for (TestResult result : results) {
            calls.add(of(result, webhook, visit.words()));
        }
        return calls;
    }

    private static ShownCall of(TestResult result, DeskWebhook webhook, Words words) {
        var response = result.response();
        boolean forged = isForged(result);
        boolean accepted = response != null && response.status() / 100 == 2;
        return new ShownCall(
                words.say(what(result, webhook)),
                result.request().method(),
                result.expected(),
                result.passed(),
                forged && accepted,
                response == null ? "" : Integer.toString(response.status()),
                result.message(),
                // What a forged call carries is nobody's secret.
                ShownMessage.of(result.request(), forged, words),
                ShownExchange.answer(response, words));
    }

    private static boolean isForged(TestResult result) {
        return result.expected().startsWith("4");
    }

    private static String what(TestResult result, DeskWebhook webhook) {
        if (!isForged(result)) {
            return result.expected().equals("2xx")
                    ? (isByToken(webhook) ? "test.right-token" : "test.right-signature")
                    : "test.consent";
        }
        return isByToken(webhook) ? "test.wrong-token" : "test.wrong-signature";
    }

    private static boolean isByToken(DeskWebhook webhook) {
        return webhook.endpoint().settings().profile().equals(COMMENTS);
    }
}
