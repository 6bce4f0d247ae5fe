package dev.posthorn.client;

import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.Routing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Publishing and reading events. An event that {@code publish} answers with is on disk and will be
 * delivered. Lost connections and failing servers are retried under an idempotency key, so an event
 * is published once however often it is sent.
 */
public final class Events {
    private static final String PATH = "/events";

    private final Transport transport;

    Events(Transport transport) {
        this.transport = transport;
    }

    /**
     * Publishes one event.
     *
     * @param event what happened
     * @return the event, with its id
     */
    public Event publish(NewEvent event) {
        return Json.read(transport.send(publishing(event)), Event.class);
    }

    /**
     * All of them or, when one is refused, none; the answer is in the same order.
     *
     * @param events up to 1,000
     * @return in the order sent
     */
    public List<Event> publish(List<NewEvent> events) {
        String body =
                events.stream()
                        .map(event -> event.repeatable().json())
                        .collect(Collectors.joining(",", "[", "]"));
        return events(publishing(body));
    }

    /**
     * Publishes a batch that is JSON already: one event object per line, sent as it is. It is only
     * repeated after a failure when each line has its {@code idempotency_key}, which {@code
     * repeatable} vouches for.
     *
     * @param ndjson up to 1,000 lines
     * @param repeatable whether each line has a key of its own
     * @return in the order sent
     */
    public List<Event> publishLines(byte[] ndjson, boolean repeatable) {
        var headers = Map.of("Content-Type", "application/x-ndjson");
        return events(new Call("POST", PATH, headers, ndjson, repeatable));
    }

    /**
     * With its data.
     *
     * @param id UUIDv7
     * @return the event, with its id
     */
    public Event retrieve(String id) {
        return Json.read(transport.send(Call.get(path(id))), Event.class);
    }

    /**
     * Newest first.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Event> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Event.class);
    }

    /**
     * Who got it, who did not, and why.
     *
     * @param id UUIDv7
     * @return a verdict for each endpoint
     */
    public Routing routing(String id) {
        return Json.read(transport.send(Call.get(path(id) + "/routing")), Routing.class);
    }

    /**
     * Erases its data for good; its pending deliveries are cancelled.
     *
     * @param id UUIDv7
     * @return the event, with its id
     */
    public Event expunge(String id) {
        return Json.read(transport.send(Call.delete(path(id) + "/data")), Event.class);
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }

    static Call publishing(NewEvent event) {
        return publishing(event.repeatable().json());
    }

    private static Call publishing(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Call("POST", PATH, Map.of(), body, true);
    }

    private List<Event> events(Call call) {
        var events = new ArrayList<Event>();
        for (JsonNode event : transport.send(call).path("data")) {
            events.add(Json.read(event, Event.class));
        }
        return events;
    }
}
