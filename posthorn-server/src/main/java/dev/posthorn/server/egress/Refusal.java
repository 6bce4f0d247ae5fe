package dev.posthorn.server.egress;

/**
 * Why something is not allowed.
 *
 * @param message a sentence for the person who asked; names the setting that would allow it, if any
 */
public record Refusal(String message) implements UrlReading {}
