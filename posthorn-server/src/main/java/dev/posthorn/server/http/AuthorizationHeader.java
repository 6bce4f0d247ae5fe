package dev.posthorn.server.http;

import org.jspecify.annotations.Nullable;

/** Reads {@code Authorization: Token <token>}; {@code Bearer} does as well, in any case. */
final class AuthorizationHeader {
    private static final String[] SCHEMES = {"Token ", "Bearer "};

    private AuthorizationHeader() {}

    /** Null when there is no token in it. */
    static @Nullable String token(@Nullable String header) {
        if (header == null) {
            return null;
        }
        for (String scheme : SCHEMES) {
            if (header.regionMatches(true, 0, scheme, 0, scheme.length())) {
                String token = header.substring(scheme.length()).strip();
                return token.isEmpty() ? null : token;
            }
        }
        return null;
    }
}
