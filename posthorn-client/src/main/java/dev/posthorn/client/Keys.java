package dev.posthorn.client;

import dev.posthorn.client.resource.Key;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Credentials of machines. Their tokens show once: when made and when rotated. */
public final class Keys {
    private static final String PATH = "/keys";

    private final Transport transport;

    Keys(Transport transport) {
        this.transport = transport;
    }

    /** The key in use. */
    public Key current() {
        return key(Call.get("/key"));
    }

    /** {@code fields} by their names in the API: {@code name}, {@code organisation} … */
    public Key create(Map<String, @Nullable Object> fields) {
        return key(Call.post(PATH, fields));
    }

    public Key retrieve(String id) {
        return key(Call.get(path(id)));
    }

    public Key updateById(String id, Map<String, @Nullable Object> fields) {
        return key(Call.post(path(id), fields));
    }

    public Key rotate(String id) {
        return key(Call.post(path(id) + "/rotate", null));
    }

    public Stream<Key> list() {
        return Pages.stream(transport, PATH, Filter.ALL, Key.class);
    }

    private Key key(Call call) {
        return Json.read(transport.send(call), Key.class);
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}
