package dev.posthorn.client;

import dev.posthorn.client.resource.Organisation;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers who own endpoints. An id may also be the caller's own {@code uid}. */
public final class Organisations {
    private static final String PATH = "/organisations";

    private final Transport transport;

    Organisations(Transport transport) {
        this.transport = transport;
    }

    /** The organisation of the key in use; the operator's is {@code default}. */
    public Organisation current() {
        return organisation(Call.get("/organisation"));
    }

    public Organisation create(String name) {
        return organisation(Call.post(PATH, Map.of("name", name)));
    }

    /** Creates it, or updates the one that has this uid. */
    public Organisation put(String uid, Map<String, @Nullable Object> fields) {
        return organisation(Call.put(path(uid), fields));
    }

    public Organisation retrieve(String id) {
        return organisation(Call.get(path(id)));
    }

    /** {@code fields} by their names in the API; what is not named stays as it is. */
    public Organisation updateById(String id, Map<String, @Nullable Object> fields) {
        return organisation(Call.post(path(id), fields));
    }

    public Stream<Organisation> list() {
        return Pages.stream(transport, PATH, Filter.ALL, Organisation.class);
    }

    private Organisation organisation(Call call) {
        return Json.read(transport.send(call), Organisation.class);
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}
