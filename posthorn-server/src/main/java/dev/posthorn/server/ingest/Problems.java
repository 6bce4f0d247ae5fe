package dev.posthorn.server.ingest;

import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a body's fields, as far as it is worth telling. One thread. */
final class Problems {
    /** Enough to see what goes wrong; a wrong batch has the same mistake a thousand times. */
    private static final int MOST = 20;

    /** Field names are the caller's: they come back only in part. */
    private static final int MAX_NAME_LENGTH = 64;

    private final Map<String, String> byField = new LinkedHashMap<>();
    private String prefix = "";

    /** Where the following fields belong, such as {@code events[3].}; empty for a single event. */
    void at(String where) {
        prefix = where;
    }

    void add(String field, String problem) {
        if (byField.size() < MOST) {
            byField.putIfAbsent(named(field), problem);
        }
    }

    /** The field as an answer names it, such as {@code events[3].type}. */
    String named(String field) {
        return field.length() <= MAX_NAME_LENGTH
                ? prefix + field
                : prefix + field.substring(0, MAX_NAME_LENGTH) + "…";
    }

    void clear() {
        byField.clear();
    }

    boolean none() {
        return byField.isEmpty();
    }

    boolean enough() {
        return byField.size() >= MOST;
    }

    RefusedException refusal() {
        return new RefusedException(ApiError.invalid(byField));
    }
}
