package dev.posthorn.server.dashboard.visit;

import java.util.Optional;

/**
 * A secret on its way from the form that made it to the page that shows it once. It travels in a
 * cookie which that page takes away: loading it again shows nothing and makes nothing.
 *
 * @param of public id of what it belongs to
 * @param secret letters, digits, dashes and underscores
 */
public record Once(String of, String secret) {
    static final String COOKIE = "posthorn_once";

    String text() {
        return of + "." + secret;
    }

    /** Of a page that was just led to; empty otherwise. */
    public static Optional<Once> of(Visit visit) {
        return Cookies.read(visit.request(), COOKIE)
                .filter(text -> text.indexOf('.') > 0)
                .map(text -> {
                    int dot = text.indexOf('.');
                    return new Once(text.substring(0, dot), text.substring(dot + 1));
                });
    }
}
