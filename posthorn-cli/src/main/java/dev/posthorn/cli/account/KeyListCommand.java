package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List keys, newest first.")
final class KeyListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("NAME", "name"),
                    Column.of("ORGANISATION", "organisation"),
                    Column.of("SCOPES", "scopes"),
                    Column.of("ENDPOINT", "webhook_config"),
                    Column.state("state"),
                    Column.time("LAST USED", "date_last_used"));

    @Option(names = "--organisation", paramLabel = "ID", description = "of this organisation")
    private @Nullable String organisation;

    @Mixin private final PageOptions part = new PageOptions();

    KeyListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = PageOptions.and(part.page(), "organisation", organisation);
        output.list(client.raw().get("/keys", filter), COLUMNS);
        return DONE;
    }
}
