package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Deactivate an organisation: its deliveries are held. --purge erases it.")
final class OrganisationDeleteCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "its id, or your own uid")
    private String id = "";

    @Option(names = "--purge", description = "erase everything of it for good; needs --yes")
    private boolean purge;

    @Option(names = "--yes", description = "with --purge: it is meant")
    private boolean yes;

    OrganisationDeleteCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        if (purge && !yes) {
            throw Failure.usage(
                    "--purge erases the organisation " + id + " with all its endpoints and events",
                    "That cannot be undone. If it is meant, add --yes.");
        }
        String path = RawCalls.path("organisations", id);
        output.one(client.raw().delete(purge ? path + "?purge=true" : path));
        return DONE;
    }
}
