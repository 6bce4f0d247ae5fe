package dev.posthorn.core.task;

/** Names a task. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record TaskId(long seq) {}
