package dev.posthorn.core.task;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Background work a client can poll.
 *
 * @param type such as {@code webhook_config.test}
 * @param target sequence number of what it works on
 * @param results one item per step, in order
 * @param error a stable code; null unless it failed
 */
public record Task(
        TaskId id,
        OrganisationId organisation,
        @Nullable KeyId key,
        String type,
        long target,
        State state,
        List<TestResult> results,
        @Nullable String error,
        long createdMs,
        @Nullable Long startedMs,
        @Nullable Long completedMs) {
    public static final String ENDPOINT_TEST = "webhook_config.test";

    public Task {
        results = List.copyOf(results);
    }

    /** How far the work is. */
    public enum State {
        PENDING,
        PROCESSING,
        SUCCEEDED,
        FAILED
    }
}
