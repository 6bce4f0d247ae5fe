package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.JsonInput;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Puts an event type into the catalogue, or changes one there. */
@Command
final class EventTypeSaveCommand extends ClientCommand {
    private final boolean isNew;

    @Parameters(paramLabel = "SLUG", description = "such as user.updated")
    private String slug = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "for people")
    private @Nullable String description;

    @Option(
            names = "--schema",
            paramLabel = "JSON|@FILE|-",
            description = "JSON Schema of the events' data")
    private @Nullable String schema;

    @Option(
            names = "--example",
            paramLabel = "JSON|@FILE|-",
            description = "of the events' data; tests send it")
    private @Nullable String example;

    @Option(
            names = "--enforce",
            negatable = true,
            description = "hold publishing to the schema, or no longer")
    private @Nullable Boolean enforce;

    @Mixin private final OtherFields others = new OtherFields();

    private EventTypeSaveCommand(Context context, boolean isNew) {
        super(context);
        this.isNew = isNew;
    }

    static CommandLine create(Context context) {
        return of(context, true, "create", "Put an event type into the catalogue.");
    }

    static CommandLine update(Context context) {
        return of(context, false, "update", "Change an event type.");
    }

    private static CommandLine of(Context context, boolean isNew, String name, String about) {
        var command = new CommandLine(new EventTypeSaveCommand(context, isNew));
        command.setCommandName(name);
        command.getCommandSpec().usageMessage().description(about);
        return command;
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = fields();
        if (isNew) {
            fields.put("slug", slug);
            output.one(client.raw().post("/event-types", fields));
            return DONE;
        }
        if (fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Say what to change, such as --description TEXT.");
        }
        output.one(client.raw().post(RawCalls.path("event-types", slug), fields));
        return DONE;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "description", description);
        if (schema != null) {
            fields.put("schema", JsonInput.of("--schema", schema, context()));
        }
        if (example != null) {
            fields.put("example", JsonInput.of("--example", example, context()));
        }
        OtherFields.put(fields, "enforce", enforce);
        others.addTo(fields);
        return fields;
    }
}
