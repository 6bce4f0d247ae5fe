package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List profiles: those built in and your own.")
final class ProfileListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("BUILT IN", "built_in"),
                    Column.of("METHOD", "method"),
                    Column.of("BODY", "body"),
                    Column.of("RETRY", "retry"));

    ProfileListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.list(client.raw().get("/profiles", Filter.ALL), COLUMNS);
        return DONE;
    }
}
