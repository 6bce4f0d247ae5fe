package dev.posthorn.cli.receiver;

import java.util.HashMap;
import java.util.Optional;

/**
 * The consent of a CloudEvents receiver: HTTP 1.1 Web Hooks for Event Delivery, section 4. Given by
 * headers; the status says nothing.
 */
final class Handshake {
    private Handshake() {}

    /** The answer to a request for consent; empty for any other request. */
    static Optional<Reply> answer(ReceivedRequest request) {
        if (!request.method().equals("OPTIONS") || !request.has("webhook-request-origin")) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        headers.put("Allow", "POST");
        headers.put("WebHook-Allowed-Origin", request.header("webhook-request-origin").orElse("*"));
        headers.put("WebHook-Allowed-Rate", request.header("webhook-request-rate").orElse("*"));
        return Optional.of(new Reply(200, headers, ""));
    }
}
