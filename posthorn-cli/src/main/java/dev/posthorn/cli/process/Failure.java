package dev.posthorn.cli.process;

/** A command that cannot do what it was asked: a sentence on why and one on what to do next. */
public final class Failure extends RuntimeException {
    private final String next;
    private final boolean usage;

    public Failure(String message, String next) {
        this(message, next, false);
    }

    private Failure(String message, String next, boolean usage) {
        super(message);
        this.next = next;
        this.usage = usage;
    }

    /** A command line that makes no sense, whatever the server would say. */
    public static Failure usage(String message, String next) {
        return new Failure(message, next, true);
    }

    /** Empty when there is nothing to do. */
    public String next() {
        return next;
    }

    public boolean isUsage() {
        return usage;
    }
}
