package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "test", description = "Test an endpoint and wait for the verdict.")
final class EndpointTestCommand extends ClientCommand {
    private static final int POLLS = 120;
    private static final int POLL_MS = 250;

    @Parameters(paramLabel = "ID", description = "id of the endpoint, or your own uid")
    private String id = "";

    @Option(names = "--event-type", paramLabel = "SLUG", description = "test this type only")
    private @Nullable String eventType;

    EndpointTestCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        String path = RawCalls.path("configs", "webhook", id, "test");
        Map<String, String> body = eventType == null ? Map.of() : Map.of("event_type", eventType);
        JsonNode task = client.raw().postAndAwait(path, body, Verdict.WAIT_S);
        for (int i = 0; i < POLLS && !isOver(task); i++) {
            Thread.sleep(POLL_MS);
            String taskId = task.path("id").asString("");
            task = client.raw().get(RawCalls.path("tasks", taskId), Filter.ALL);
        }
        print(task, output);
        return task.path("state").asString("").equals("succeeded") ? DONE : FAILED;
    }

    private static boolean isOver(JsonNode task) {
        String state = task.path("state").asString("");
        return state.equals("succeeded") || state.equals("failed");
    }

    private static void print(JsonNode task, Output output) {
        if (output.isJson()) {
            output.json(task);
            return;
        }
        Terminal terminal = output.terminal();
        for (JsonNode call : task.path("results")) {
            boolean passed = call.path("passed").asBoolean(false);
            String mark =
                    passed ? terminal.paint(Style.GOOD, "✓ ") : terminal.paint(Style.BAD, "✗ ");
            terminal.line(mark + line(call));
        }
        String state = task.path("state").asString("");
        terminal.line("test " + terminal.paint(Style.ofState(state), state));
    }

    private static String line(JsonNode call) {
        String type = call.path("event_type").asString("");
        String status = call.path("response").path("status").asString("no answer");
        String message = call.path("message").asString("");
        return (type + "  " + status + "  " + message).strip();
    }
}
