package dev.posthorn.core.administration;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A test that is to be made.
 *
 * @param task already durable as pending
 * @param endpoint as it was when the test was asked for; its verdict counts only if url, profile,
 *     secret and state are still these
 * @param account of whoever asked for it
 * @param eventType the slug asked for; null for the profile's own test
 */
public record TestOrder(
        Task task, Endpoint endpoint, TestAccount account, @Nullable String eventType) {}
