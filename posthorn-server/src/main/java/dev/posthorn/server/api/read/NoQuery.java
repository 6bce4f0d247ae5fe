package dev.posthorn.server.api.read;

import dev.posthorn.server.http.Handler;

/** Calls that take no parameters: each one is refused by name before anything is done. */
public final class NoQuery {
    private NoQuery() {}

    public static Handler of(Handler handler) {
        return request -> {
            new QueryFields(request.query()).done();
            return handler.handle(request);
        };
    }
}
