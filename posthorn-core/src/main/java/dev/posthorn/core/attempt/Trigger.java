package dev.posthorn.core.attempt;

/** Why an attempt was made. */
public enum Trigger {
    SCHEDULED,
    RESEND,
    REPLAY,
    TEST
}
