package dev.posthorn.core.ingest;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.IdempotencyMark;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Marks events that carry a publisher's own key, so that a repeat within the window is known. */
public final class Idempotency {
    private final long windowMs;

    public Idempotency(Duration window) {
        this.windowMs = window.toMillis();
    }

    @Nullable IdempotencyMark mark(OrganisationId organisation, NewEvent event, long nowMs) {
        if (event.idempotencyKey() == null) {
            return null;
        }
        return new IdempotencyMark(
                keyHash(organisation, event.idempotencyKey()),
                payloadHash(event),
                nowMs + windowMs);
    }

    private static byte[] keyHash(OrganisationId organisation, String key) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, organisation.seq()));
        return digest.digest(key.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] payloadHash(NewEvent event) {
        MessageDigest digest = sha256();
        digest.update(event.type().slug().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(entity(event.entityId()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(event.data().bytes());
        return digest.digest();
    }

    private static String entity(EntityId entity) {
        return switch (entity) {
            case EntityId.Text(String value) -> "s" + value;
            case EntityId.Numeric(String digits) -> "n" + digits;
            case EntityId.None _ -> "";
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
