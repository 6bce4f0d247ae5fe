package dev.posthorn.core.signature;

/** Which texts may be an endpoint's own secret. */
public enum SecretForm {
    /** Any printable text; receivers of the profile use it as it stands. */
    TEXT,
    /** Only {@code whsec_} and base64: receivers of the profile decode it. */
    STANDARD_WEBHOOKS
}
