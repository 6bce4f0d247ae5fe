package dev.posthorn.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What is said to a caller instead of an answer: {@code {"error","message","params"}}.
 *
 * @param message one sentence a person can act on
 * @param params by field, what is wrong with it; empty when no field is to blame
 * @param headers such as {@code Retry-After}
 */
public record ApiError(
        ErrorCode code, String message, Map<String, String> params, Map<String, String> headers) {
    /** Long enough for a burst to pass, short enough not to stall a publisher. */
    private static final String RETRY_AFTER_S = "1";

    public ApiError {
        params = new LinkedHashMap<>(params);
        headers = Map.copyOf(headers);
    }

    public static ApiError of(ErrorCode code, String message) {
        return new ApiError(code, message, Map.of(), Map.of());
    }

    /** Fields of the body or the query that were not understood. */
    public static ApiError invalid(Map<String, String> params) {
        String fields = String.join(", ", params.keySet());
        return new ApiError(
                ErrorCode.INVALID_PARAMETER, "Not accepted: " + fields + ".", params, Map.of());
    }

    public static ApiError invalid(String field, String problem) {
        return invalid(Map.of(field, problem));
    }

    public static ApiError notFound() {
        return of(ErrorCode.NOT_FOUND, "There is nothing here by this name.");
    }

    public static ApiError tooLarge(int maxBytes) {
        return of(ErrorCode.TOO_LARGE, "The body may have at most " + maxBytes + " bytes.");
    }

    public static ApiError unauthorised() {
        return new ApiError(
                ErrorCode.UNAUTHORISED,
                "Send a valid token: Authorization: Token <token>.",
                Map.of(),
                Map.of("WWW-Authenticate", "Token"));
    }

    public static ApiError wrongMethod(List<String> allowed) {
        return new ApiError(
                ErrorCode.METHOD_NOT_ALLOWED,
                "Use " + String.join(", ", new TreeSet<>(allowed)) + " here.",
                Map.of(),
                Map.of("Allow", String.join(", ", allowed)));
    }

    public static ApiError unavailable(String message) {
        return new ApiError(
                ErrorCode.UNAVAILABLE, message, Map.of(), Map.of("Retry-After", RETRY_AFTER_S));
    }

    /** {@code id} is in our log beside what happened. */
    public static ApiError internal(String id) {
        return of(ErrorCode.INTERNAL, "Something went wrong here; the log has it as " + id + ".");
    }
}
