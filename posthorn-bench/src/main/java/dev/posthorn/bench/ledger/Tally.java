package dev.posthorn.bench.ledger;

/** Running totals of a {@link Ledger}. */
final class Tally {
    long published;
    long accepted;
    long created;
    long arrived;
    long silent;
    long duplicates;
    long misrouted;
    long refused;
    long unanswered;
    long badSignatures;

    /** {@code promised}: how many of the arrivals belong to events answered with 201. */
    Counts counts(long promised) {
        return new Counts(
                published,
                accepted,
                created,
                promised,
                duplicates,
                arrived - promised,
                misrouted,
                refused,
                unanswered,
                badSignatures);
    }
}
