package dev.posthorn.bench.micro;

/** A JSON object of 1 KiB, as a SaaS product would publish a user. */
public final class Kilobyte {
    private static final int BYTES = 1024;

    private static final String START =
            """
            {"id":1048576,"name":"Ada Lovelace","email":"ada@example.com","plan":"team",\
            "active":true,"score":0.875,"tags":["beta","annual"],"address":{"street":"12 St James's \
            Square","city":"London","country":"GB"},"note":"\
            """;

    private static final String END = "\"}";

    private Kilobyte() {}

    /** ASCII alone. */
    public static String json() {
        return START + "x".repeat(BYTES - START.length() - END.length()) + END;
    }
}
