package dev.posthorn.core.task;

import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Background work a client can poll.
 *
 * @param type such as {@code webhook_config.test}
 * @param target sequence number of what it works on, 0 for nothing in particular
 * @param results one item per step, in order
 * @param error a stable code; null unless it failed
 * @param counts what it has come to, for tasks that send again; null for others
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
        @Nullable Long completedMs,
        @Nullable ReplayCounts counts) {
    public static final String REPLAY = "webhook_config.replay";
    public static final String RESEND = "delivery.resend";
    public static final String ENDPOINT_TEST = "webhook_config.test";

    public Task {
        results = List.copyOf(results);
    }

    /** One that does not send again. */
    public Task(
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
        this(
                id,
                organisation,
                key,
                type,
                target,
                state,
                results,
                error,
                createdMs,
                startedMs,
                completedMs,
                null);
    }

    /** The same task, having come to so much more. */
    public Task counting(ReplayCounts more) {
        return new Task(
                id,
                organisation,
                key,
                type,
                target,
                state,
                results,
                error,
                createdMs,
                startedMs,
                completedMs,
                counts == null ? more : counts.plus(more));
    }

    /** The same task, work on it having begun. */
    public Task started(long nowMs) {
        return new Task(
                id,
                organisation,
                key,
                type,
                target,
                State.PROCESSING,
                results,
                null,
                createdMs,
                nowMs,
                null,
                counts);
    }

    /**
     * The same task with what came of it; {@code failure} is a stable code, null when it succeeded.
     */
    public Task completed(List<TestResult> found, @Nullable String failure, long nowMs) {
        return new Task(
                id,
                organisation,
                key,
                type,
                target,
                failure == null ? State.SUCCEEDED : State.FAILED,
                found,
                failure,
                createdMs,
                startedMs,
                nowMs,
                counts);
    }

    /** How far the work is. */
    public enum State {
        PENDING,
        PROCESSING,
        SUCCEEDED,
        FAILED
    }
}
