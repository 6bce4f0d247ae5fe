package dev.posthorn.core.log;

import static dev.posthorn.core.log.LogStory.ACME;
import static dev.posthorn.core.log.LogStory.OTHER;
import static dev.posthorn.core.log.LogStory.T0;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every delivery log keeps to about tasks. */
public interface TaskLogContract {
    /** An empty log. */
    WrittenLog open();

    @Test
    default void a_task_comes_back_as_it_was_saved_last() {
        try (WrittenLog written = open()) {
            Task done = task(1, ACME, Task.State.FAILED, results());
            save(written, task(1, ACME, Task.State.PENDING, List.of()));
            save(written, done);

            assertThat(written.log().task(done.id()))
                    .usingRecursiveComparison()
                    .isEqualTo(Optional.of(done));
            assertThat(written.log().task(new TaskId(4711))).isEmpty();
        }
    }

    @Test
    default void tasks_are_found_by_organisation_type_and_state() {
        try (WrittenLog written = open()) {
            save(written, task(1, ACME, Task.State.PENDING, List.of()));
            save(written, task(2, ACME, Task.State.SUCCEEDED, List.of()));
            save(written, task(3, OTHER, Task.State.SUCCEEDED, List.of()));

            assertThat(found(written, ACME, null, null)).containsExactly(2L, 1L);
            assertThat(found(written, null, null, Task.State.SUCCEEDED)).containsExactly(3L, 2L);
            assertThat(found(written, ACME, Task.ENDPOINT_TEST, Task.State.PENDING))
                    .containsExactly(1L);
            assertThat(found(written, null, "delivery.resend", null)).isEmpty();
        }
    }

    @Test
    default void tasks_come_in_pages() {
        try (WrittenLog written = open()) {
            for (int n = 1; n <= 3; n++) {
                save(written, task(n, ACME, Task.State.PENDING, List.of()));
            }

            Page<Task> page =
                    written.log().tasks(ACME, null, null, new PageRequest(1, 3, 0, false));
            assertThat(page.rows()).extracting(Task::id).containsExactly(new TaskId(2));
            assertThat(PageShape.of(page)).isEqualTo(new PageShape(true, 0, 3, false));
        }
    }

    private static void save(WrittenLog written, Task task) {
        written.save(new Change.TaskChange(task));
    }

    private static List<Long> found(
            WrittenLog written,
            @Nullable OrganisationId organisation,
            @Nullable String type,
            Task.@Nullable State state) {
        Page<Task> page = written.log().tasks(organisation, type, state, PageRequest.newest(9));
        return page.rows().stream().map(task -> task.id().seq()).toList();
    }

    private static List<TestResult> results() {
        var request =
                new OutgoingRequest(
                        "POST",
                        "https://example.com",
                        new String[] {"a", "b"},
                        "é".getBytes(UTF_8));
        return List.of(new TestResult(null, "2xx", request, null, false, "No answer came."));
    }

    private static Task task(
            long seq, OrganisationId owner, Task.State state, List<TestResult> results) {
        return new Task(
                new TaskId(seq),
                owner,
                new KeyId(9),
                Task.ENDPOINT_TEST,
                101,
                state,
                results,
                state == Task.State.FAILED ? "test-failed" : null,
                T0,
                null,
                T0 + 1);
    }
}
