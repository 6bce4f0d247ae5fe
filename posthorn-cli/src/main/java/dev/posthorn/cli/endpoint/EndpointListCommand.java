package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.ListOptions;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Column;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List endpoints, newest first, without deactivated ones.")
final class EndpointListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("NAME", "name"),
                    Column.of("URL", "url"),
                    Column.of("PROFILE", "profile"),
                    Column.of("EVENTS", "event_types"),
                    Column.state("state"),
                    Column.time("CREATED", "date_created"));

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "new, valid, invalid or deactivated")
    private @Nullable String state;

    @Option(names = "--profile", paramLabel = "NAME", description = "with this profile")
    private @Nullable String profile;

    @Option(names = "--organisation", paramLabel = "ID", description = "of this organisation")
    private @Nullable String organisation;

    @Mixin private final ListOptions part = new ListOptions();

    EndpointListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = part.filter(Instant.now());
        filter = PageOptions.and(filter, "state", state);
        filter = PageOptions.and(filter, "profile", profile);
        filter = PageOptions.and(filter, "organisation", organisation);
        output.list(client.raw().get("/configs/webhook", filter), COLUMNS);
        return DONE;
    }
}
