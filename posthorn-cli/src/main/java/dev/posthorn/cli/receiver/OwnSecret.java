package dev.posthorn.cli.receiver;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets for endpoints whose receiver must know theirs before their first test. */
public final class OwnSecret {
    /** As many as the server's own secrets have. */
    private static final int BYTES = 32;

    private OwnSecret() {}

    /** {@code whsec_…}. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
}
