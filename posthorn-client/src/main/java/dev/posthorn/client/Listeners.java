package dev.posthorn.client;

import dev.posthorn.client.resource.Listener;
import dev.posthorn.client.resource.ListenerAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Receivers without a URL, such as a developer's machine. */
public final class Listeners {
    private static final String PATH = "/listeners";

    private final Transport transport;

    Listeners(Transport transport) {
        this.transport = transport;
    }

    /**
     * Makes the endpoint of a listener, or the one its name had before valid again. It goes 60 s
     * after its connection; {@link #connect} in time.
     *
     * @param fields by their names in the API: {@code name}, {@code profile}, {@code event_types} …
     * @return with the secret its requests are signed with
     */
    public Listener open(Map<String, @Nullable Object> fields) {
        // Sent twice it does no more than sent once.
        Call call = new Call("POST", PATH, Map.of(), Json.bytes(fields), true);
        return Json.read(transport.send(call), Listener.class);
    }

    /**
     * Opens the connection its requests come down. It takes the place of an earlier one.
     *
     * @param id of the listener
     * @return to be closed
     */
    public ListenerStream connect(String id) {
        return ListenerStream.of(transport.open(Call.get(path(id) + "/stream")));
    }

    /**
     * Says what became of requests.
     *
     * @param id of the listener
     * @param answers at most 64
     * @return ids of requests nobody waits for any more
     */
    public List<Long> answer(String id, List<ListenerAnswer> answers) {
        byte[] body = Json.bytes(Map.of("answers", answers));
        Call call = new Call("POST", path(id) + "/answers", Map.of(), body, true);
        List<Long> late = new ArrayList<>();
        for (JsonNode one : transport.send(call).path("late")) {
            late.add(one.asLong());
        }
        return late;
    }

    /**
     * Ends it at once; what was pending for it is cancelled.
     *
     * @param id of the listener
     */
    public void end(String id) {
        transport.send(Call.delete(path(id)));
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}
