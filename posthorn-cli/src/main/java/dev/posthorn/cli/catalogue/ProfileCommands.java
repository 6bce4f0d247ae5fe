package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.connection.OneCallCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn profile …}. */
@Command(
        name = "profile",
        description = "Look at profiles, the wire contracts; define profiles of your own.")
public final class ProfileCommands {
    private ProfileCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new ProfileCommands())
                .addSubcommand(new ProfileListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show a profile.", "profiles"))
                .addSubcommand(new ProfilePutCommand(context))
                .addSubcommand(
                        OneCallCommand.of(
                                context,
                                "delete",
                                "Delete a profile of your own that no endpoint uses.",
                                (api, name) -> api.delete(RawCalls.path("profiles", name))));
    }
}
