package dev.posthorn.core.task;

import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.profile.OutgoingRequest;
import org.jspecify.annotations.Nullable;

/**
 * One call of an endpoint's test and what was made of it.
 *
 * @param eventType the type tested, null for a handshake
 * @param expected what the receiver had to answer, such as {@code 2xx} or {@code 401}
 * @param message a sentence a person can act on
 */
public record TestResult(
        @Nullable String eventType,
        String expected,
        OutgoingRequest request,
        @Nullable Response response,
        boolean passed,
        String message) {}
