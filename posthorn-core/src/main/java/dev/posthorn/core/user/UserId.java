package dev.posthorn.core.user;

/** Names a user. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record UserId(long seq) {}
