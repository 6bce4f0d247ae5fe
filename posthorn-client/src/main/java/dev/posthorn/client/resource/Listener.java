package dev.posthorn.client.resource;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiver without a URL: requests to its endpoint travel down a connection it opens.
 *
 * @param id UUIDv7, that of its endpoint
 * @param organisation whose it is
 * @param name the same name has the same secret
 * @param url of its endpoint, {@code listener://…}
 * @param profile how requests look and are signed
 * @param eventTypes slugs and patterns it gets
 * @param channels occasions it wants, empty for all
 * @param secret requests are signed with
 * @param publicKey to check ed25519 signatures with; null where none are made
 * @param endsAfterS seconds without a connection after which its endpoint goes
 * @param dateCreated when its endpoint was made
 */
public record Listener(
        String id,
        @Nullable String organisation,
        String name,
        String url,
        String profile,
        List<String> eventTypes,
        @Nullable List<String> channels,
        String secret,
        @Nullable String publicKey,
        int endsAfterS,
        @Nullable Instant dateCreated) {

    /** Without the secret: values end up in logs. */
    @Override
    public String toString() {
        return "Listener[" + id + ", " + name + ", " + profile + "]";
    }
}
