package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskFieldsTest {
    @Test
    void a_task_lists_every_call_in_a_plain_array() {
        var request =
                new OutgoingRequest(
                        "PUT",
                        "https://example.com",
                        new String[] {"token", "wrong"},
                        "{}".getBytes(UTF_8));
        var forged =
                new TestResult("comment.created", "401", request, null, false, "No answer came.");

        assertThat(one(task(List.of(forged)), new TaskFields()))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"task","type":"webhook_config.test",
                                "state":"failed","organisation":%s,"key":null,"target":%s,
                                "results":[{"event_type":"comment.created","expected":"401",
                                "request":{"method":"PUT","url":"https://example.com",
                                "headers":{"token":"***"},"body":"{}","truncated":false},
                                "response":null,"passed":false,"message":"No answer came."}],
                                "error":"test-failed","date_created":"%s","date_started":"%s",
                                "date_completed":null}
                                """,
                                id(8),
                                id(ORGANISATION.seq()),
                                id(ENDPOINT.seq()),
                                NOW_TEXT,
                                NOW_TEXT));
    }

    private static Task task(List<TestResult> results) {
        return new Task(
                new TaskId(8),
                ORGANISATION,
                null,
                Task.ENDPOINT_TEST,
                ENDPOINT.seq(),
                Task.State.FAILED,
                results,
                "test-failed",
                NOW,
                NOW,
                null);
    }
}
