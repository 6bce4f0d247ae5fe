package dev.posthorn.cli.event;

import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.Filter;
import dev.posthorn.client.PosthornClient;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Follows the deliveries of one event until each has ended, telling what changes. */
final class DeliveryWatch {
    /** Soon enough to be seen happening; first attempts take a few milliseconds. */
    private static final int POLL_MS = 300;

    /** Endpoints of one event; the most a page holds. */
    private static final int MOST = 1000;

    private final PosthornClient client;
    private final Filter deliveries;

    /** What was last said of a delivery, by its id. */
    private final Map<String, String> said = new HashMap<>();

    DeliveryWatch(PosthornClient client, String event) {
        this.client = client;
        this.deliveries = Filter.where("event", event).pageSize(MOST);
    }

    /** The list of deliveries once all are over; {@code terminal} is told of each on the way. */
    JsonNode toItsEnd(Terminal terminal, boolean quiet) throws InterruptedException {
        while (true) {
            JsonNode list = client.raw().get("/deliveries", deliveries);
            if (!quiet) {
                list.path("data").forEach(delivery -> tell(terminal, delivery));
            }
            if (list.path("data").valueStream().noneMatch(d -> state(d).equals("pending"))) {
                return list;
            }
            Thread.sleep(POLL_MS);
        }
    }

    static boolean allDelivered(JsonNode list) {
        return list.path("data").valueStream().allMatch(d -> state(d).equals("delivered"));
    }

    private void tell(Terminal terminal, JsonNode delivery) {
        String id = delivery.path("id").asString("");
        String line = line(delivery);
        if (!line.equals(said.put(id, line))) {
            String state = state(delivery);
            terminal.line(id + "  " + terminal.paint(Style.ofState(state), state) + line);
        }
    }

    private static String line(JsonNode delivery) {
        var line = new StringBuilder();
        int attempts = delivery.path("attempts").asInt(0);
        if (attempts > 0) {
            line.append("  attempt ").append(attempts).append(": ").append(outcome(delivery));
        }
        if (state(delivery).equals("pending")) {
            boolean held = delivery.path("held").asBoolean(false);
            line.append(held ? "  held: its endpoint is not ready" : next(delivery));
        }
        return line.toString();
    }

    private static String outcome(JsonNode delivery) {
        JsonNode status = delivery.path("last_status");
        return status.isNumber() ? status.asString() : delivery.path("last_error").asString("");
    }

    private static String next(JsonNode delivery) {
        return delivery.path("attempts").asInt(0) == 0
                ? ""
                : "  next at " + delivery.path("next_attempt").asString("");
    }

    private static String state(JsonNode delivery) {
        return delivery.path("state").asString("");
    }
}
