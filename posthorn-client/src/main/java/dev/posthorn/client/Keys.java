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

    /**
     * The key in use.
     *
     * @return the key
     */
    public Key current() {
        return key(Call.get("/key"));
    }

    /**
     * {@code fields} by their names in the API: {@code name}, {@code organisation} …
     *
     * @param fields by their names in the API
     * @return the key
     */
    public Key create(Map<String, @Nullable Object> fields) {
        return key(Call.post(PATH, fields));
    }

    /**
     * One key.
     *
     * @param id UUIDv7
     * @return the key
     */
    public Key retrieve(String id) {
        return key(Call.get(path(id)));
    }

    /**
     * Changes a key; what is not named stays as it is.
     *
     * @param id UUIDv7
     * @param fields by their names in the API
     * @return the key
     */
    public Key updateById(String id, Map<String, @Nullable Object> fields) {
        return key(Call.post(path(id), fields));
    }

    /**
     * Gives it a new token; the old one ends at once.
     *
     * @param id UUIDv7
     * @return the key
     */
    public Key rotate(String id) {
        return key(Call.post(path(id) + "/rotate", null));
    }

    /**
     * Those the key in use may see, newest first.
     *
     * @return read from the server page by page, as it is consumed
     */
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
