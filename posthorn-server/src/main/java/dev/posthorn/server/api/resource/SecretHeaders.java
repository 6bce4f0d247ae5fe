package dev.posthorn.server.api.resource;

import java.util.List;
import java.util.Locale;

/** Which request headers carry a secret, told by name alone: own headers may hold anything. */
public final class SecretHeaders {
    /** Shown in the place of a secret. */
    public static final String MASK = "***";

    private static final List<String> TELLTALES =
            List.of(
                    "auth",
                    "token",
                    "secret",
                    "key",
                    "pass",
                    "cookie",
                    "credential",
                    "session",
                    "jwt");

    private SecretHeaders() {}

    /** A signature proves a secret and shows nothing of it. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.contains("signature") && TELLTALES.stream().anyMatch(lower::contains);
    }

    /** Masked when it is one. */
    public static String shown(String name, String value) {
        return isSecret(name) ? MASK : value;
    }
}
