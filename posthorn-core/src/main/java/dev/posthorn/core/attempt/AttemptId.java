package dev.posthorn.core.attempt;

/** Names an attempt. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record AttemptId(long seq) {}
