package dev.posthorn.cli.demo;

import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;

/** Lines to copy while the demo stays up. */
final class NextSteps {
    /** How the user called us; set by the launcher. */
    private static final String COMMAND = System.getProperty("posthorn.command", "posthorn");

    private NextSteps() {}

    static void print(Terminal terminal, DemoServer server) {
        String authorization = " -H 'Authorization: Token " + server.adminToken() + "'";
        String client = COMMAND + " --url " + server.url() + " --token " + server.adminToken();
        terminal.lines(
                "", terminal.paint(Style.BOLD, "Your turn: the server stays up until Ctrl-C"));
        step(
                terminal,
                "publish an event, and see below who gets it",
                "curl -s "
                        + server.url()
                        + "/events"
                        + authorization
                        + " -d '{\"type\":\"user.updated\",\"entity_id\":42,\"data\":{\"name\":\"Ada\"}}'");
        step(
                terminal,
                "look at the API",
                "curl -s " + server.url() + "/deliveries" + authorization);
        step(
                terminal,
                "receive yourself, in another window",
                client + " listen --webhook-url http://127.0.0.1:8090");
        step(terminal, "start for real", COMMAND + " serve");
        terminal.line("");
    }

    private static void step(Terminal terminal, String what, String command) {
        terminal.lines("  " + terminal.paint(Style.DIM, "# " + what), "  " + command);
    }
}
