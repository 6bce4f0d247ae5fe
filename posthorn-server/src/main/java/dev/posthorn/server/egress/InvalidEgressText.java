package dev.posthorn.server.egress;

/** A setting's text that cannot be read; the message says what is wrong with which part. */
public final class InvalidEgressText extends IllegalArgumentException {
    public InvalidEgressText(String message) {
        super(message);
    }
}
