package dev.posthorn.server.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a request's query, decoded. */
public record Query(Map<String, String> values) {
    public static final Query EMPTY = new Query(Map.of());

    /** Refuses what is not percent-encoded UTF-8, and a parameter given twice. */
    static Query parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (values.put(name, value) != null) {
                    throw new RefusedException(ApiError.invalid(name, "given twice"));
                }
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        return PercentText.decode(text, true)
                .orElseThrow(() ->
                        new RefusedException(
                                ApiError.of(
                                        ErrorCode.INVALID_REQUEST,
                                        "The query is not percent-encoded UTF-8.")));
    }
}
