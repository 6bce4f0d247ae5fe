package dev.posthorn.server.token;

import dev.posthorn.core.signature.Secret;

/**
 * What came of asking for a token, when one came.
 *
 * @param lifeS seconds it is good for
 */
record Token(Secret text, int lifeS) implements TokenReading {
    /** A server that does not say means minutes. */
    static final int USUAL_LIFE_S = 300;

    /** A secret that is kept for longer is no short-lived one. */
    static final int MOST_LIFE_S = 24 * 60 * 60;

    /** Time for a request to get there before it expires; never more than a fifth of its life. */
    private static final int MARGIN_S = 60;

    private static final long NANOS_PER_S = 1_000_000_000;

    /** For how long it is put into requests. */
    long usedForNanos() {
        return (lifeS - Math.min(MARGIN_S, lifeS / 5)) * NANOS_PER_S;
    }
}
