package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn delivery …}. */
@Command(
        name = "delivery",
        description =
                "Look at deliveries, events on their way to endpoints; resend or cancel them.")
public final class DeliveryCommands {
    private DeliveryCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new DeliveryCommands())
                .addSubcommand(new DeliveryListCommand(context))
                .addSubcommand(new DeliveryGetCommand(context))
                .addSubcommand(new DeliveryResendCommand(context))
                .addSubcommand(
                        OneCallCommand.of(
                                context,
                                "cancel",
                                "End a pending delivery.",
                                (api, id) ->
                                        api.post(RawCalls.path("deliveries", id, "cancel"), null)));
    }
}
