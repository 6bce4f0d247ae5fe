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
 * @param id UUIDv7
 * @param event what happened
 * @param webhookConfig id of the endpoint
 * @param type such as {@code user.updated}
 * @param dateStarted when it began
 * @param request what was sent
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

    /**
     * What was sent, secrets masked; {@code body} is null when its event was erased.
     *
     * @param method of the request
     * @param url such as {@code https://example.com/webhooks}
     * @param headers secrets masked
     * @param body anything Jackson writes; null for none
     * @param truncated whether the body was cut
     */
    public record Request(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            boolean truncated) {}

    /**
     * What came back; {@code body} is at most its first 16 KiB.
     *
     * @param status what the receiver answered
     * @param headers secrets masked
     * @param body anything Jackson writes; null for none
     * @param truncated whether the body was cut
     */
    public record Response(
            int status, Map<String, String> headers, @Nullable String body, boolean truncated) {}

    /**
     * Why no answer came.
     *
     * @param code such as {@code timeout}
     * @param message in a sentence
     */
    public record Failure(String code, @Nullable String message) {}
}
