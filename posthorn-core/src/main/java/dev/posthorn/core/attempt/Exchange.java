package dev.posthorn.core.attempt;

import org.jspecify.annotations.Nullable;

/**
 * What the sender reports of one HTTP exchange.
 *
 * @param response null when no answer came
 * @param ip the address connected to, null when none was
 * @param message a sentence a person can act on; null after a 2xx
 */
public record Exchange(
        AttemptOutcome outcome,
        @Nullable Response response,
        Timings timings,
        @Nullable String ip,
        @Nullable String message) {}
