package dev.posthorn.server.api.resource;

import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.api.json.JsonWriter;
import dev.posthorn.server.api.json.Utf8Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The nested objects of an HTTP exchange: {@code request}, {@code response}, {@code timings_ms}.
 */
final class ExchangeJson {
    private ExchangeJson() {}

    /** Secrets in headers are masked; {@code bodyLimit} in bytes. */
    static void request(OutgoingRequest request, int bodyLimit, JsonWriter json) {
        byte[] body = request.body();
        boolean truncated = body.length > bodyLimit;
        json.name("request").beginObject();
        json.text("method", request.method()).text("url", request.url());
        json.texts("headers", headers(request.headers(), SecretHeaders::shown));
        json.text("body", truncated ? Utf8Text.cut(body, bodyLimit) : Utf8Text.of(body));
        json.bool("truncated", truncated).endObject();
    }

    static void lost(SentRequest.Lost request, JsonWriter json) {
        json.name("request").beginObject();
        json.text("method", request.method()).text("url", request.url());
        json.texts("headers", Map.of()).nothing("body").bool("truncated", false);
        json.text("note", request.note()).endObject();
    }

    static void response(@Nullable Response response, JsonWriter json) {
        if (response == null) {
            json.nothing("response");
            return;
        }
        byte[] body = response.body();
        json.name("response").beginObject().number("status", response.status());
        json.texts("headers", headers(response.headers(), (_, value) -> value));
        json.text(
                "body", response.truncated() ? Utf8Text.cut(body, body.length) : Utf8Text.of(body));
        json.bool("truncated", response.truncated()).endObject();
    }

    /** Milliseconds; null for a step that did not happen. */
    static void timings(Timings timings, JsonWriter json) {
        json.name("timings_ms").beginObject();
        millis("dns", timings.dnsMicros(), json);
        millis("connect", timings.connectMicros(), json);
        millis("tls", timings.tlsMicros(), json);
        millis("first_byte", timings.firstByteMicros(), json);
        millis("total", timings.totalMicros(), json);
        json.endObject();
    }

    private static void millis(String name, int micros, JsonWriter json) {
        if (micros < 0) {
            json.nothing(name);
        } else {
            json.decimal(name, micros / 1000.0);
        }
    }

    /** In their order; the values of a repeated name are joined as RFC 9110, 5.3 does. */
    private static Map<String, String> headers(
            String[] namesAndValues, BinaryOperator<String> shown) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            headers.merge(name, shown.apply(name, namesAndValues[i + 1]), (a, b) -> a + ", " + b);
        }
        return headers;
    }
}
