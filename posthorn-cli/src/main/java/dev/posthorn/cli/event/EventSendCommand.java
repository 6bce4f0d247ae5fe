package dev.posthorn.cli.event;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "send",
        description = {
            "Publish an event, or the events of a file.",
            "",
            "A file that ends in .ndjson or .jsonl, and a stream of more than one line, is published"
                    + " line by line in batches: each line is a whole event, or with --type the data"
                    + " of one."
        })
final class EventSendCommand extends ClientCommand {
    @Option(
            names = "--type",
            paramLabel = "SLUG",
            description = "type, such as user.updated; without it the data is a whole event")
    private @Nullable String type;

    @Option(names = "--entity-id", paramLabel = "ID", description = "which one it is about")
    private @Nullable String entityId;

    @Option(
            names = "--data",
            paramLabel = "JSON|@FILE|-",
            description = "a JSON object, a file, or - for the standard input (default: {})")
    private String data = "";

    @Option(names = "--organisation", paramLabel = "ID", description = "whose event it is")
    private @Nullable String organisation;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "an occasion it belongs to; may be repeated")
    private List<String> channels = new ArrayList<>();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "publish once, however often this is called")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "events in one request of a file (default: 1000)")
    private int batch = 1000;

    @Option(names = "--skip", paramLabel = "N", description = "leave out the first lines of a file")
    private long skip;

    EventSendCommand(Context context) {
        super(context);
    }

    @Override
    protected boolean isPatient() {
        return true;
    }

    @Override
    protected int run(PosthornClient client, Output output) throws Exception {
        if (type == null && data.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Give --type SLUG, or whole events with --data.");
        }
        try (EventInput input = EventInput.open(data, context())) {
            if (input.isLines()) {
                return publishLines(client, output, input);
            }
            JsonNode answer = published(client, input.text());
            output.list(answer, EventListCommand.COLUMNS);
            return DONE;
        }
    }

    private JsonNode published(PosthornClient client, String json) {
        if (type == null) {
            return client.raw().publishJson(json);
        }
        NewEvent event = NewEvent.of(type).dataJson(json.isBlank() ? "{}" : json.strip());
        event = entityId == null ? event : event.entityId(entityId);
        event = organisation == null ? event : event.organisation(organisation);
        event = idempotencyKey == null ? event : event.idempotencyKey(idempotencyKey);
        event = channels.isEmpty() ? event : event.channels(channels.toArray(String[]::new));
        return client.raw().publish(event);
    }

    private int publishLines(PosthornClient client, Output output, EventInput input)
            throws Exception {
        checkOptionsOfLines();
        Lines lines = input.lines();
        var progress = new UploadProgress(output.terminal(), lines, input.sizeBytes());
        var eventLine = new EventLine(type, UUID.randomUUID().toString());
        var upload = new Upload(client, eventLine, batch, progress::show);
        Upload.Sum sum;
        try {
            sum = upload.publish(lines, skip);
        } finally {
            progress.finish();
        }
        sumUp(output, sum, progress);
        return DONE;
    }

    private void checkOptionsOfLines() {
        if (entityId != null
                || organisation != null
                || !channels.isEmpty()
                || idempotencyKey != null) {
            throw new Failure(
                    "--entity-id, --organisation, --channel and --idempotency-key are for one event",
                    "Put them into the lines, and leave out --type.");
        }
    }

    private static void sumUp(Output output, Upload.Sum sum, UploadProgress progress) {
        if (output.isJson()) {
            output.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("events", sum.events())
                            .put("deliveries", sum.deliveries())
                            .put("duration_ms", progress.millis()));
            return;
        }
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d events published, %,d deliveries made, in %.1f s (%,d events/s)",
                        sum.events(),
                        sum.deliveries(),
                        progress.millis() / 1000.0,
                        progress.perSecond(sum.events()));
        output.terminal().line(output.terminal().paint(Style.GOOD, "✓ ") + text);
    }
}
