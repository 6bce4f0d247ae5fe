package dev.posthorn.server.api.listener;

import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.json.JsonWriter;
import dev.posthorn.server.api.json.Utf8Text;
import dev.posthorn.server.listener.ListenerRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of a stream: JSON objects with a {@code resource} that says what they are. */
final class StreamLine {
    private StreamLine() {}

    /** A request, byte for byte what an endpoint with a URL would get. */
    static byte[] request(ListenerRequest request, Documents documents) {
        return ended(documents.one(request, StreamLine::write));
    }

    private static void write(ListenerRequest line, JsonWriter json) {
        OutgoingRequest request = line.request();
        json.text("resource", "listener_request")
                .number("id", line.number())
                .text("method", request.method())
                .text("path", ListenerAddress.pathOf(request.url()))
                .texts("headers", headers(request.headers()))
                // Every body is JSON that was checked to be UTF-8: its text is its bytes.
                .text("body", Utf8Text.of(request.body()))
                .number("timeout_ms", line.allowed().toMillis());
    }

    private static Map<String, String> headers(String[] namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    static byte[] beat(Documents documents) {
        return ended(documents.one("listener_beat", (what, json) -> json.text("resource", what)));
    }

    static byte[] end(String why, Documents documents) {
        return ended(
                documents.one(
                        why,
                        (message, json) ->
                                json.text("resource", "listener_end").text("message", message)));
    }

    private static byte[] ended(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
