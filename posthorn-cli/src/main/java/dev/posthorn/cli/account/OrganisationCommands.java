package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn organisation …}. */
@Command(name = "organisation", description = "Make and look at organisations.")
public final class OrganisationCommands {
    private OrganisationCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new OrganisationCommands())
                .addSubcommand(new OrganisationCreateCommand(context))
                .addSubcommand(new OrganisationListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an organisation.", "organisations"));
    }
}
