package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.Moment;
import dev.posthorn.cli.connection.MomentConverter;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.task.BulkOptions;
import dev.posthorn.cli.task.BulkWork;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Send an endpoint again what it did not get, or all, of a span of time.")
final class EndpointReplayCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the endpoint, or your own uid")
    private String id = "";

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "events from then on: 15m, 6h or 7d ago, or 2026-11-22T10:00:00Z")
    private Moment since = now -> now;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "events before then (default: now)")
    private @Nullable Moment until;

    @Option(
            names = "--state",
            paramLabel = "failed|missed|all",
            description = "which of them (default: failed)")
    private @Nullable String state;

    @Mixin private final BulkOptions bulk = new BulkOptions();

    EndpointReplayCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        String path = RawCalls.path("configs", "webhook", id, "replay");
        return new BulkWork(client, output, path).run(fields(Instant.now()), bulk) ? DONE : FAILED;
    }

    private Map<String, Object> fields(Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("since", since.at(now).toString());
        OtherFields.put(fields, "until", until == null ? null : until.at(now).toString());
        OtherFields.put(fields, "state", state);
        return fields;
    }
}
