package dev.posthorn.server.token;

import dev.posthorn.core.attempt.AttemptOutcome;

/** What came of asking for a token. */
sealed interface TokenReading permits Token, TokenReading.NoToken {
    /** {@code outcome}: of the attempt that needed it. */
    record NoToken(AttemptOutcome outcome) implements TokenReading {}
}
