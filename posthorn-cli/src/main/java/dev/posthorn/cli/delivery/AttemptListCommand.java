package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.PageOptions;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List attempts, newest first.")
final class AttemptListCommand extends ClientCommand {
    @Option(names = "--endpoint", paramLabel = "ID", description = "to this endpoint")
    private @Nullable String endpoint;

    @Option(names = "--delivery", paramLabel = "ID", description = "of this delivery")
    private @Nullable String delivery;

    @Mixin private final PageOptions part = new PageOptions();

    AttemptListCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Filter filter = part.page();
        filter = PageOptions.and(filter, "webhook_config", endpoint);
        filter = PageOptions.and(filter, "delivery", delivery);
        output.list(client.raw().get("/attempts", filter), AttemptColumns.ALL);
        return DONE;
    }
}
