package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.process.Context;
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
        return of(context, "webhook-config", "ricloud");
    }

    private static CommandLine of(Context context, String name, String defaultProfile) {
        return new CommandLine(new EndpointCommands())
                .setCommandName(name)
                .addSubcommand(new EndpointCreateCommand(context, defaultProfile))
                .addSubcommand(new EndpointListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an endpoint.", "configs", "webhook"))
                .addSubcommand(new EndpointTestCommand(context))
                .addSubcommand(new EndpointUpdateCommand(context))
                .addSubcommand(new EndpointDeleteCommand(context));
    }
}
