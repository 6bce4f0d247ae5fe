package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with a receiver.
 *
 * @param delivery id of its delivery; null for requests of a test
 * @param number from 1 within its delivery
 * @param trigger {@code scheduled}, {@code resend}, {@code replay} or {@code test}
 * @param response null when none came
 * @param error null when an answer came, whatever its status
 * @param timingsMs milliseconds spent on {@code dns}, {@code connect}, {@code tls}, {@code
 *     first_byte} and {@code total}; null for a step that did not happen
 * @param ip address the request went to
 */
public record Attempt(
        String id,
        @Nullable String delivery,
        @Nullable String event,
        @Nullable String webhookConfig,
        @Nullable String type,
        int number,
        @Nullable String trigger,
        @Nullable Instant dateStarted,
        Request request,
        @Nullable Response response,
        @Nullable Failure error,
        @Nullable Map<String, @Nullable Double> timingsMs,
        @Nullable String ip) {

    /** What was sent, secrets masked; {@code body} is null when its event was erased. */
    public record Request(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            boolean truncated) {}

    /** What came back; {@code body} is at most its first 16 KiB. */
    public record Response(
            int status, Map<String, String> headers, @Nullable String body, boolean truncated) {}

    /** Why no answer came. */
    public record Failure(String code, @Nullable String message) {}
}
