package dev.posthorn.bench.ledger;

/**
 * The ledger's lines, all since the program under test was started.
 *
 * @param published events sent, whatever the answer
 * @param accepted events answered with 201
 * @param created deliveries those answers promised
 * @param arrived deliveries of accepted events that reached the receiver, each counted once
 * @param duplicates arrivals beyond the first of a delivery
 * @param unpromised first arrivals of events that got no 201
 * @param misrouted arrivals at an endpoint the event was not meant for
 * @param refused events answered with anything else than 201
 * @param unanswered events whose connection broke before the answer
 * @param badSignatures sampled arrivals whose signature did not verify
 */
public record Counts(
        long published,
        long accepted,
        long created,
        long arrived,
        long duplicates,
        long unpromised,
        long misrouted,
        long refused,
        long unanswered,
        long badSignatures) {
    /** Deliveries promised that have not arrived. */
    public long outstanding() {
        return created - arrived;
    }
}
