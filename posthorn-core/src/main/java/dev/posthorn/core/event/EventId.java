package dev.posthorn.core.event;

/** Names an event. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record EventId(long seq) {}
