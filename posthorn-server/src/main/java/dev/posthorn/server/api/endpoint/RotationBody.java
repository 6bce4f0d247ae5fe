package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.SecretRotation;
import dev.posthorn.server.api.read.BodyFields;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads the wish for another secret: {@code secret} and {@code grace_seconds}. */
final class RotationBody {
    private static final int MAX_SECRET = 256;

    /** A day is enough to roll out a receiver's configuration. */
    private static final Duration GRACE = Duration.ofDays(1);

    /** A secret that is good for longer was not replaced. */
    private static final Duration MOST_GRACE = Duration.ofDays(7);

    private RotationBody() {}

    static SecretRotation read(BodyFields body) {
        @Nullable String[] secret = {null};
        AtomicLong graceSeconds = new AtomicLong(GRACE.toSeconds());
        body.textOrNull("secret", MAX_SECRET, text -> secret[0] = text);
        body.integer("grace_seconds", 0, MOST_GRACE.toSeconds(), graceSeconds::set);
        return new SecretRotation(secret[0], graceSeconds.get() * 1000);
    }
}
