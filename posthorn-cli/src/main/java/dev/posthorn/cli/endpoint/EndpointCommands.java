package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code posthorn endpoint …}, and {@code posthorn webhook-config …} as the manuals of ricloud
 * spell it: the same commands, with the profile its users expect.
 */
@Command(description = "Make, test and change endpoints: URLs that receive.")
public final class EndpointCommands {
    private EndpointCommands() {}

    public static CommandLine endpoint(Context context) {
        return of(context, "endpoint", "standard");
    }

    public static CommandLine webhookConfig(Context context) {
        CommandLine command = of(context, "webhook-config", "ricloud");
        command.getCommandSpec()
                .usageMessage()
                .description(
                        "`posthorn endpoint` as the manuals of ricloud spell it: the same commands,"
                                + " with the profile ricloud unless told otherwise.");
        return command;
    }

    private static CommandLine of(Context context, String name, String defaultProfile) {
        return new CommandLine(new EndpointCommands())
                .setCommandName(name)
                .addSubcommand(new EndpointCreateCommand(context, defaultProfile))
                .addSubcommand(new EndpointListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an endpoint.", "configs", "webhook"))
                .addSubcommand(new EndpointTestCommand(context))
                .addSubcommand(new EndpointUpdateCommand(context))
                .addSubcommand(new EndpointRotateCommand(context))
                .addSubcommand(new EndpointReplayCommand(context))
                .addSubcommand(new EndpointStatsCommand(context))
                .addSubcommand(held(context, "pause", "Hold an endpoint's deliveries.", true))
                .addSubcommand(held(context, "resume", "Let them go on.", false))
                .addSubcommand(new EndpointDeleteCommand(context));
    }

    private static CommandLine held(
            Context context, String name, String description, boolean paused) {
        return OneCallCommand.of(
                context,
                name,
                description,
                (api, id) ->
                        api.post(
                                RawCalls.path("configs", "webhook", id), Map.of("paused", paused)));
    }
}
