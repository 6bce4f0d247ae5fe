package dev.posthorn.server.http;

import org.jspecify.annotations.Nullable;

/** What a route can be asked for. HEAD is a GET without its body, OPTIONS is answered for all. */
public enum Method {
    GET,
    POST,
    PUT,
    DELETE;

    /** Null for a method no route has. */
    static @Nullable Method of(String name) {
        return switch (name) {
            case "GET", "HEAD" -> GET;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            default -> null;
        };
    }
}
