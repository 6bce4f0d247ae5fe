package dev.posthorn.cli.process;

/** A command that cannot do what it was asked: a sentence on why and one on what to do next. */
public final class Failure extends RuntimeException {
    private final String next;

    public Failure(String message, String next) {
        super(message);
        this.next = next;
    }

    /** Empty when there is nothing to do. */
    public String next() {
        return next;
    }
}
