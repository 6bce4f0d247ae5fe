package dev.posthorn.core.attempt;

import org.jspecify.annotations.Nullable;

/**
 * One attempt as it is written down, immutable. The request is not kept: it is rendered again from
 * the event, the endpoint's revision and the time, and compared with {@code bodySha256}.
 *
 * @param number from 1, within its delivery
 * @param startedMs when it left, milliseconds since 1970; also the time that was signed
 * @param endpointRevision which settings and secrets it was made with
 * @param bodySha256 of the request body, 32 bytes
 */
public record AttemptRecord(
        int number,
        Trigger trigger,
        long startedMs,
        int endpointRevision,
        byte[] bodySha256,
        Exchange exchange) {
    public @Nullable String errorCode() {
        return exchange.outcome().errorCode();
    }
}
