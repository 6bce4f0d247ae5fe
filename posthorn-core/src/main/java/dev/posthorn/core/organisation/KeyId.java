package dev.posthorn.core.organisation;

/** Names a key. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record KeyId(long seq) {}
