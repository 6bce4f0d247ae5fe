package dev.posthorn.server.dashboard.webhook;

/**
 * The question before what was missed is sent.
 *
 * @param count deliveries it would make
 */
public record MissedQuestion(Heading heading, long count, long sinceMs) {}
