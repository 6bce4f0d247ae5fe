package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.http.Request;
import java.time.Duration;
import java.util.Optional;

/** Cookies of the dashboard: read from requests, written for answers. */
public final class Cookies {
    static final String LANGUAGE = "posthorn_language";
    static final String THEME = "posthorn_theme";
    static final String ORGANISATION = "posthorn_organisation";

    /** {@code off} once the first steps were put away. */
    public static final String GUIDE = "posthorn_guide";

    private static final String SESSION = "posthorn_session";
    private static final String FORM = "posthorn_form";

    /** Browsers allow no more. */
    private static final Duration CHOICE = Duration.ofDays(400);

    /** The page behind a form is asked for at once. */
    private static final Duration ONCE = Duration.ofSeconds(60);

    private final boolean tls;

    /** {@code tls}: whether people reach us by https; cookies then never leave it. */
    public Cookies(boolean tls) {
        this.tls = tls;
    }

    /** Name of the session's cookie: with TLS one that only this host can set. */
    private String session() {
        return tls ? "__Host-" + SESSION : SESSION;
    }

    /** The token of whoever is signed in. */
    public Optional<String> sessionOf(Request request) {
        return read(request, session());
    }

    /** Of the form somebody who is not signed in sends. */
    Optional<String> form(Request request) {
        return read(request, FORM);
    }

    /**
     * {@code framed}: in other programs' pages. Those of a sibling host are the same site; for all
     * others the cookie is one of that place alone, and needs TLS.
     */
    public String openSession(String token, Duration life, boolean framed) {
        String site = framed && tls ? "None; Partitioned" : "Lax";
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=%s%s"
                .formatted(session(), token, life.toSeconds(), site, secure());
    }

    public String endSession() {
        return session() + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + secure();
    }

    String form(String token) {
        return FORM + "=" + token + "; Path=/ui; HttpOnly; SameSite=Lax" + secure();
    }

    /** A choice such as the language. {@code value}: letters, digits and dashes. */
    public String choice(String name, String value) {
        return "%s=%s; Path=/ui; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name, value, CHOICE.toSeconds(), secure());
    }

    /** A secret for the page at {@code path} to show; as {@link Once#text}. */
    public String once(String path, Once secret) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(Once.COOKIE, secret.text(), path, ONCE.toSeconds(), secure());
    }

    /** Takes it away again. */
    public String onceOver(String path) {
        return "%s=; Path=%s; Max-Age=0; HttpOnly; SameSite=Lax%s"
                .formatted(Once.COOKIE, path, secure());
    }

    private String secure() {
        return tls ? "; Secure" : "";
    }

    /** The first of that name. */
    public static Optional<String> read(Request request, String name) {
        for (String pair : request.header("Cookie").orElse("").split(";", -1)) {
            String text = pair.strip();
            if (text.startsWith(name + "=")) {
                return Optional.of(text.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}
