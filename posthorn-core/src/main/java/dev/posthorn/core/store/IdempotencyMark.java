package dev.posthorn.core.store;

/**
 * What is remembered of a publisher's own key, within {@code idempotency-window}.
 *
 * @param keyHash 32 bytes, SHA-256 over organisation and key
 * @param payloadHash 32 bytes, SHA-256 over type, entity and data
 * @param expiresMs when it may be forgotten, milliseconds since 1970
 */
public record IdempotencyMark(byte[] keyHash, byte[] payloadHash, long expiresMs) {}
