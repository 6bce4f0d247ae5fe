package dev.posthorn.client.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link into the dashboard of one organisation.
 *
 * @param organisation id of whose dashboard it is
 * @param url works once; whoever follows it is signed in
 * @param scope {@code manage} or {@code read}
 * @param dateExpires until when it can be followed
 */
public record Portal(
        String organisation, String url, @Nullable String scope, @Nullable Instant dateExpires) {

    /** Without the link: values end up in logs. */
    @Override
    public String toString() {
        return "Portal[" + organisation + ", " + scope + "]";
    }
}
