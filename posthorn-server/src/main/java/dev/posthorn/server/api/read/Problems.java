package dev.posthorn.server.api.read;

import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a request, field by field. One thread. */
final class Problems {
    private static final int MAX_NAME_LENGTH = 64;

    private final Map<String, String> byField = new LinkedHashMap<>();

    void add(String field, String problem) {
        String shown =
                field.length() <= MAX_NAME_LENGTH
                        ? field
                        : field.substring(0, MAX_NAME_LENGTH) + "…";
        byField.putIfAbsent(shown, problem);
    }

    /** Throws {@link RefusedException} when there are any. */
    void refuse() {
        if (!byField.isEmpty()) {
            throw new RefusedException(ApiError.invalid(byField));
        }
    }
}
