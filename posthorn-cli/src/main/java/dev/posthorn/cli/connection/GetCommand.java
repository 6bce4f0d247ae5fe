package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one resource, whichever it is. */
@Command(name = "get")
public final class GetCommand extends ClientCommand {
    private final String[] collection;

    @Parameters(paramLabel = "ID", description = "its id, or your own uid if it has one")
    private String id = "";

    private GetCommand(Context context, String... collection) {
        super(context);
        this.collection = collection;
    }

    /** {@code collection}: the path its resources are under, segment by segment. */
    public static CommandLine of(Context context, String description, String... collection) {
        var command = new CommandLine(new GetCommand(context, collection));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        String[] path = Arrays.copyOf(collection, collection.length + 1);
        path[collection.length] = id;
        output.one(client.raw().get(RawCalls.path(path), Filter.ALL));
        return DONE;
    }
}
