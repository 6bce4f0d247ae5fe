package dev.posthorn.core.attempt;

/**
 * How long each step of an exchange took, microseconds; -1 for a step that did not happen, such as
 * a connect on a kept connection.
 */
public record Timings(
        int dnsMicros, int connectMicros, int tlsMicros, int firstByteMicros, int totalMicros) {}
