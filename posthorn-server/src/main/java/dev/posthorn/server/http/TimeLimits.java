package dev.posthorn.server.http;

/**
 * How long each phase of a connection may last, seconds.
 *
 * @param headS from the end of an answer (or the connect) to the next whole request head
 * @param bodyS from a head to the end of its body
 * @param answerS from the end of a body to its answer
 */
public record TimeLimits(int headS, int bodyS, int answerS) {
    /** Longer than clients keep idle connections; 16 MiB in a minute is 2 Mbit/s. */
    public static final TimeLimits DEFAULTS = new TimeLimits(75, 60, 120);
}
