package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn event-type …}. */
@Command(
        name = "event-type",
        description = "Keep the catalogue of event types, by hand or from an OpenAPI document.")
public final class EventTypeCommands {
    private EventTypeCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new EventTypeCommands())
                .addSubcommand(EventTypeSaveCommand.create(context))
                .addSubcommand(new EventTypeListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an event type.", "event-types"))
                .addSubcommand(EventTypeSaveCommand.update(context))
                .addSubcommand(
                        OneCallCommand.of(
                                context,
                                "archive",
                                "Take an event type out of the catalogue; publishing goes on.",
                                (api, slug) -> api.delete(RawCalls.path("event-types", slug))))
                .addSubcommand(new EventTypeImportCommand(context))
                .addSubcommand(new EventTypeExportCommand(context));
    }
}
