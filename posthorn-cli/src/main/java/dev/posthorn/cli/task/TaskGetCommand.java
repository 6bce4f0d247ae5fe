package dev.posthorn.cli.task;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "get", description = "Show a task and what it has come to.")
final class TaskGetCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the task")
    private String id = "";

    @Option(names = "--follow", description = "wait until it is over; exit code 1 if it failed")
    private boolean follow;

    TaskGetCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        JsonNode task = client.raw().get(RawCalls.path("tasks", id), Filter.ALL);
        if (follow) {
            task = Following.toItsEnd(client, task, _ -> {});
        }
        output.one(task);
        return follow && !Following.hasSucceeded(task) ? FAILED : DONE;
    }
}
