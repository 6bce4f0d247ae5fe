package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import tools.jackson.databind.JsonNode;

/** An endpoint whose test is over, or takes longer than anyone wants to wait. */
record Verdict(JsonNode endpoint) {
    /** The longest the server holds an answer. */
    static final int WAIT_S = 10;

    /** A test that makes two calls to a receiver that hangs takes twice the timeout of 15 s. */
    private static final int POLLS = 100;

    private static final int POLL_MS = 250;

    /** Asks until the state of {@code endpoint} is no longer {@code new}. */
    static Verdict of(PosthornClient client, JsonNode endpoint) throws InterruptedException {
        JsonNode latest = endpoint;
        for (int i = 0; i < POLLS && state(latest).equals("new"); i++) {
            Thread.sleep(POLL_MS);
            String path = RawCalls.path("configs", "webhook", endpoint.path("id").asString(""));
            latest = client.raw().get(path, Filter.ALL);
        }
        return new Verdict(latest);
    }

    /** Whether the endpoint may be sent events, or is not meant to be. */
    boolean print(Output output) {
        output.one(endpoint);
        boolean fine = !state(endpoint).equals("invalid");
        if (!output.isJson()) {
            output.terminal().line("");
            output.terminal().line(sentence(output.terminal()));
        }
        return fine;
    }

    private String sentence(Terminal terminal) {
        String id = endpoint.path("id").asString("");
        return switch (state(endpoint)) {
            case "valid" -> terminal.paint(Style.GOOD, "✓ ") + "It passed its test.";
            case "invalid" ->
                    terminal.paint(Style.BAD, "✗ ")
                            + endpoint.path("state_reason").asString("It failed its test.")
                            + "\n  When that is put right: posthorn endpoint test "
                            + id;
            case "new" ->
                    "Its test is still running. See how it ended: posthorn endpoint get " + id;
            default -> "It is not tested and gets no events.";
        };
    }

    private static String state(JsonNode endpoint) {
        return endpoint.path("state").asString("");
    }
}
