package dev.posthorn.server.ingest;

import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Query;
import dev.posthorn.server.http.RefusedException;
import java.util.Map;

/** The query of a publishing call: {@code partial=true}, or nothing. */
final class PublishQuery {
    private static final String PARTIAL = "partial";

    private PublishQuery() {}

    /** Whether what is good is to be stored although something is bad. */
    static boolean partial(Query query) {
        Map<String, String> values = query.values();
        if (values.isEmpty()) {
            return false;
        }
        for (String name : values.keySet()) {
            if (!name.equals(PARTIAL)) {
                throw refused(name, "unknown parameter");
            }
        }
        return switch (values.get(PARTIAL)) {
            case "true" -> true;
            case "false" -> false;
            case null, default -> throw refused(PARTIAL, "must be true or false");
        };
    }

    private static RefusedException refused(String name, String problem) {
        return new RefusedException(ApiError.invalid(name, problem));
    }
}
