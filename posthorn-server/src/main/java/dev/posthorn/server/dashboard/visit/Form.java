package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was filled in: {@code application/x-www-form-urlencoded}. Immutable. */
public final class Form {
    /** More than the largest grid of triggers has boxes. */
    private static final int MOST_FIELDS = 5_000;

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    static Form read(byte[] body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new RefusedException(
                    ApiError.of(
                            ErrorCode.INVALID_BODY,
                            "A form may have at most " + MOST_FIELDS + " fields."));
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new RefusedException(
                    ApiError.of(ErrorCode.INVALID_BODY, "The form is not percent-encoded UTF-8."));
        }
    }

    /** A field as it was typed; empty when it was not sent. */
    public String text(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** A field without what surrounds it; absent when nothing is left. */
    public Optional<String> filled(String name) {
        return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
    }

    /** All values of a field, in order. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }
}
