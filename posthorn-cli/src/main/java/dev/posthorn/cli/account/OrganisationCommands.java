package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.GetCommand;
import dev.posthorn.cli.process.Context;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn organisation …}. */
@Command(
        name = "organisation",
        description = "Make, change and look at organisations: customers who own endpoints.")
public final class OrganisationCommands {
    private OrganisationCommands() {}

    public static CommandLine of(Context context) {
        return new CommandLine(new OrganisationCommands())
                .addSubcommand(new OrganisationCreateCommand(context))
                .addSubcommand(new OrganisationListCommand(context))
                .addSubcommand(GetCommand.of(context, "Show an organisation.", "organisations"))
                .addSubcommand(
                        CurrentCommand.of(
                                context,
                                "Show the organisation of the key in use.",
                                "/organisation"))
                .addSubcommand(new OrganisationUpdateCommand(context))
                .addSubcommand(new OrganisationPortalCommand(context))
                .addSubcommand(new OrganisationDeleteCommand(context));
    }
}
