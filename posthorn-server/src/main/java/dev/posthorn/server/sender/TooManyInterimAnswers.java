package dev.posthorn.server.sender;

/** A receiver that says again and again that its answer is to come. */
final class TooManyInterimAnswers extends Exception {
    TooManyInterimAnswers() {
        super("more than " + Limits.INTERIM_ANSWERS + " interim answers", null, false, false);
    }
}
