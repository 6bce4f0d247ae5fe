package dev.posthorn.cli.delivery;

import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn delivery …}. */
@Command(name = "delivery", description = "Look at deliveries: events on their way to endpoints.")
public final class DeliveryCommands {
    private DeliveryCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new DeliveryCommands())
                .addSubcommand(new DeliveryListCommand(context))
                .addSubcommand(new DeliveryGetCommand(context));
    }
}
