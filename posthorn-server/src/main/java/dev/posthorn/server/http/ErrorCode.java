package dev.posthorn.server.http;

/** Every {@code error} an answer can carry, with the status it comes with. */
public enum ErrorCode {
    INVALID_BODY(400, "invalid-body"),
    INVALID_PARAMETER(400, "invalid-parameter"),
    INVALID_REQUEST(400, "invalid-request"),
    UNAUTHORISED(401, "unauthorised"),
    MISSING_SCOPE(403, "missing-scope"),
    BLOCKED(403, "blocked"),
    NOT_FOUND(404, "not-found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    CONFLICT(409, "conflict"),
    TOO_LARGE(413, "too-large"),
    URI_TOO_LONG(414, "too-large"),
    IDEMPOTENCY_CONFLICT(422, "idempotency-conflict"),
    LIMIT_EXCEEDED(429, "limit-exceeded"),
    HEADERS_TOO_LARGE(431, "too-large"),
    INTERNAL(500, "internal"),
    UNAVAILABLE(503, "unavailable");

    private final int status;
    private final String code;

    ErrorCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
