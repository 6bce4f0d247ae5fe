package dev.posthorn.server.settings;

/** A text that is no value of its setting; the message completes a sentence about it. */
final class NotAValue extends Exception {
    NotAValue(String expected) {
        super(expected);
    }
}
