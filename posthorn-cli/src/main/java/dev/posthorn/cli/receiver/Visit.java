package dev.posthorn.cli.receiver;

/**
 * A request with what was made of it.
 *
 * @param repeat whether its event had been taken before
 */
public record Visit(
        ReceivedRequest request, Arrival arrival, Verdict verdict, Reply reply, boolean repeat) {}
