package dev.posthorn.core.endpointtest;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to have an endpoint tested.
 *
 * @param task pending, as stored
 * @param account of whoever wants it
 * @param eventType the type to test with; null for the profile's own test
 */
public record TestRequest(
        Task task, EndpointId endpoint, TestAccount account, @Nullable String eventType) {}
