package dev.posthorn.cli.task;

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

@Command(name = "list", description = "List tasks, newest first.")
final class TaskListCommand extends ClientCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of("ID", "id"),
                    Column.of("TYPE", "type"),
                    Column.of("TARGET", "target"),
                    Column.state("state"),
                    Column.of("ERROR", "error"),
                    Column.time("CREATED", "date_created"),
                    Column.time("COMPLETED", "date_completed"));

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "webhook_config.test, webhook_config.replay or delivery.resend")
    private @Nullable String type;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "pending, processing, succeeded or failed")
    private @Nullable String state;

    @Option(names = "--organisation", paramLabel = "ID", description = "of this organisation")
    private @Nullable String organisation;

    @Mixin private final PageOptions part = new PageOptions();

    TaskListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = PageOptions.and(part.page(), "type", type);
        filter = PageOptions.and(filter, "state", state);
        filter = PageOptions.and(filter, "organisation", organisation);
        output.list(client.raw().get("/tasks", filter), COLUMNS);
        return DONE;
    }
}
