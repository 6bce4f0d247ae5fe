package dev.posthorn.server.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Puts an answer on the wire. */
final class ResponseWriter {
    private static final CharSequence JSON = HttpHeaders.createOptimized(Response.JSON);

    // An answer may hold what others wrote; no browser is to take it for a page.
    private static final CharSequence SNIFFING =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFFING = HttpHeaders.createOptimized("nosniff");

    private ResponseWriter() {}

    /** Does nothing when the caller has gone away or was answered already. */
    static void write(Response response, HttpServerResponse out) {
        if (out.ended() || out.closed()) {
            return;
        }
        out.setStatusCode(response.status());
        MultiMap headers = out.headers();
        if (!response.contentType().isEmpty()) {
            addType(response, headers);
            headers.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(response.body().length));
        }
        response.headers().forEach(headers::add);
        out.end(Buffer.buffer(response.body()));
    }

    private static void addType(Response response, MultiMap headers) {
        if (response.contentType().equals(Response.JSON)) {
            headers.add(HttpHeaders.CONTENT_TYPE, JSON);
            headers.add(SNIFFING, NO_SNIFFING);
        } else {
            headers.add(HttpHeaders.CONTENT_TYPE, response.contentType());
        }
    }
}
