package dev.posthorn.cli.event;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn event …}. */
@Command(name = "event", description = "Publish events and look at them.")
public final class EventCommands {
    private EventCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new EventCommands())
                .addSubcommand(new EventSendCommand(context))
                .addSubcommand(new EventListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an event with its data.", "events"))
                .addSubcommand(new EventRoutingCommand(context))
                .addSubcommand(
                        OneCallCommand.of(
                                context,
                                "expunge",
                                "Erase an event's data for good; pending deliveries are cancelled.",
                                (api, id) -> api.delete(RawCalls.path("events", id, "data"))));
    }
}
