package dev.posthorn.cli.receiver;

/** Whether a request is genuine. */
public sealed interface Verdict {
    /** {@code by}: what proved it, such as {@code Ricloud-Signature}. */
    record Genuine(String by) implements Verdict {}

    /** {@code status}: what a receiver answers then. */
    record Forged(int status, String why) implements Verdict {}

    /** There is no secret to check with. */
    record Unchecked() implements Verdict {}
}
