package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "rotate",
        description = "Give an endpoint a new secret; the old one signs beside it for a while.")
final class EndpointRotateCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the endpoint, or your own uid")
    private String id = "";

    @Option(names = "--secret", paramLabel = "TEXT", description = "instead of a generated one")
    private @Nullable String secret;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "how long the old secret signs too, at most 7d (default: 1d)")
    private @Nullable Duration grace;

    EndpointRotateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "secret", secret);
        OtherFields.put(fields, "grace_seconds", grace == null ? null : grace.toSeconds());
        String path = RawCalls.path("configs", "webhook", id, "rotate");
        JsonNode endpoint = client.raw().post(path, fields);
        if (output.isJson()) {
            output.json(endpoint);
        } else {
            output.terminal().line(endpoint.path("secret").asString(""));
            output.terminal().note("Give this secret to the receiver before the old one ends.");
        }
        return DONE;
    }
}
