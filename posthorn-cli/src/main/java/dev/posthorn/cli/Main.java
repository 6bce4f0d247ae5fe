package dev.posthorn.cli;

/** Entry point of the {@code posthorn} command. */
public final class Main {
    private static final String USAGE =
            """
            Usage: posthorn COMMAND [OPTIONS]

            Sends webhooks: every accepted event is stored, signed, delivered and retried.
            """;

    private Main() {}

    /** Prints the usage. */
    public static void main(String[] args) {
        System.out.print(USAGE);
    }
}
