package dev.posthorn.cli.event;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;

@Command(
        name = "send",
        description = {
            "Publish an event, or the events of a file.",
            "",
            "A file that ends in .ndjson or .jsonl, and a stream of more than one line, is published"
                    + " line by line in batches: each line is a whole event, or with --type the data"
                    + " of one. The same file sent again publishes nothing twice."
        })
final class EventSendCommand extends ClientCommand {
    @Option(
            names = "--type",
            paramLabel = "SLUG",
            description = "type, such as user.updated; without it the data is a whole event")
    private @Nullable String type;

    @Option(
            names = "--data",
            paramLabel = "JSON|@FILE|-",
            description = "a JSON object, a file, or - for the standard input (default: {})")
    private String data = "";

    @Option(
            names = "--follow",
            description =
                    "of one event: show its deliveries until all have ended; exit code 1 if"
                            + " one was not delivered")
    private boolean follow;

    @Mixin private final EventFields fields = new EventFields();
    @Mixin private final UploadOptions uploading = new UploadOptions();

    EventSendCommand(Context context) {
        super(context);
    }

    @Override
    protected boolean isPatient() {
        return true;
    }

    @Override
    protected int run(PosthornClient client, Output output)
            throws IOException, InterruptedException {
        if (type == null && data.isEmpty()) {
            throw usage("Give --type SLUG, or whole events with --data.");
        }
        try (EventInput input = EventInput.open(data, context())) {
            return input.isLines()
                    ? publishLines(client, output, input)
                    : publishOne(client, output, input.text());
        }
    }

    private int publishOne(PosthornClient client, Output output, String json)
            throws InterruptedException {
        if (type == null && !fields.isEmpty()) {
            throw usage("Without --type, --data is a whole event: put all of it there.");
        }
        JsonNode answer = published(client, json);
        if (!follow || !answer.path("resource").asString("").equals("event")) {
            output.list(answer, EventListCommand.COLUMNS);
            return DONE;
        }
        return followed(client, output, answer) ? DONE : FAILED;
    }

    private JsonNode published(PosthornClient client, String json) {
        if (type == null) {
            return client.raw().publishJson(json);
        }
        String object = json.isBlank() ? "{}" : json.strip();
        return client.raw().publish(fields.addTo(NewEvent.of(type).dataJson(object)));
    }

    private static boolean followed(PosthornClient client, Output output, JsonNode event)
            throws InterruptedException {
        String id = event.path("id").asString("");
        if (!output.isJson()) {
            output.terminal().line(id + "  published, deliveries: " + event.path("deliveries"));
        }
        var watch = new DeliveryWatch(client, id);
        JsonNode list = watch.toItsEnd(output.terminal(), output.isJson());
        if (output.isJson()) {
            output.json(list);
        } else if (list.path("data").isEmpty()) {
            output.terminal().note("No endpoint gets it; see why: posthorn event routing " + id);
        }
        return DeliveryWatch.allDelivered(list);
    }

    private int publishLines(PosthornClient client, Output output, EventInput input)
            throws IOException {
        if (!fields.isEmpty() || follow) {
            throw usage(
                    "Put what is said of single events into the lines, leave out --type, and follow"
                            + " them with `posthorn queue --watch`.");
        }
        Lines lines = input.lines();
        var progress = new UploadProgress(output.terminal(), lines, input.sizeBytes());
        var eventLine = new EventLine(type, uploading.name(data));
        var upload = new Upload(client, eventLine, uploading.batch, progress::show);
        try {
            UploadSum sum = upload.publish(lines, uploading.skip);
            progress.finish();
            sum.print(output, progress);
        } finally {
            progress.finish();
        }
        return DONE;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }
}
