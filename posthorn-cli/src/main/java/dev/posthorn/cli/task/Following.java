package dev.posthorn.cli.task;

import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Asks for a task again and again until it is over. */
public final class Following {
    /** A bar that moves twice a second looks alive, and costs the server next to nothing. */
    private static final int POLL_MS = 500;

    private Following() {}

    /** {@code progress} is told of the task whenever it was asked for. */
    public static JsonNode toItsEnd(
            PosthornClient client, JsonNode started, Consumer<JsonNode> progress)
            throws InterruptedException {
        JsonNode task = started;
        progress.accept(task);
        while (!isOver(task)) {
            Thread.sleep(POLL_MS);
            String id = task.path("id").asString("");
            task = client.raw().get(RawCalls.path("tasks", id), Filter.ALL);
            progress.accept(task);
        }
        return task;
    }

    public static boolean isOver(JsonNode task) {
        String state = task.path("state").asString("");
        return state.equals("failed") || hasSucceeded(task);
    }

    public static boolean hasSucceeded(JsonNode task) {
        return task.path("state").asString("").equals("succeeded");
    }
}
