package dev.posthorn.server.openapi;

import java.util.Map;

/**
 * One call and its answer.
 *
 * @param target path and query as sent
 * @param sent the request's body
 * @param headers of the answer, names in lower case
 * @param body of the answer
 */
public record Exchanged(
        String method,
        String target,
        byte[] sent,
        boolean lines,
        int status,
        Map<String, String> headers,
        String body) {
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    boolean done() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + target + " answered " + status + " " + body;
    }
}
