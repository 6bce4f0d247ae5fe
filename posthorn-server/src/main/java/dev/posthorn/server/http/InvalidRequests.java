package dev.posthorn.server.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is not HTTP as we take it; the connection is closed afterwards. */
final class InvalidRequests {
    private InvalidRequests() {}

    static void answer(HttpServerRequest incoming) {
        ResponseWriter.write(
                Response.of(errorFor(incoming.decoderResult().cause())), incoming.response());
    }

    private static ApiError errorFor(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                    ApiError.of(ErrorCode.URI_TOO_LONG, "The request line is too long.");
            case TooLongHttpHeaderException _ ->
                    ApiError.of(ErrorCode.HEADERS_TOO_LARGE, "The headers are too large.");
            default -> ApiError.of(ErrorCode.INVALID_REQUEST, "This is not valid HTTP.");
        };
    }
}
