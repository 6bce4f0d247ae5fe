package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List organisations, newest first.")
final class OrganisationListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("UID", "uid"),
                    Column.of("NAME", "name"),
                    Column.of("DEFAULT PROFILE", "default_profile"),
                    Column.state("state"),
                    Column.time("CREATED", "date_created"));

    @Mixin private final PageOptions part = new PageOptions();

    OrganisationListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.list(client.raw().get("/organisations", part.page()), COLUMNS);
        return DONE;
    }
}
