package dev.posthorn.client;

import dev.posthorn.client.resource.Organisation;
import dev.posthorn.client.resource.Portal;
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

    /**
     * The organisation of the key in use; the operator's is {@code default}.
     *
     * @return the organisation
     */
    public Organisation current() {
        return organisation(Call.get("/organisation"));
    }

    /**
     * Creates one; sent twice it makes two: see put.
     *
     * @param name for people
     * @return the organisation
     */
    public Organisation create(String name) {
        return organisation(Call.post(PATH, Map.of("name", name)));
    }

    /**
     * Creates it, or updates the one that has this uid.
     *
     * @param uid the caller's own id for it
     * @param fields by their names in the API
     * @return the organisation
     */
    public Organisation put(String uid, Map<String, @Nullable Object> fields) {
        return organisation(Call.put(path(uid), fields));
    }

    /**
     * One organisation.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return the organisation
     */
    public Organisation retrieve(String id) {
        return organisation(Call.get(path(id)));
    }

    /**
     * {@code fields} by their names in the API; what is not named stays as it is.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param fields by their names in the API
     * @return the organisation
     */
    public Organisation updateById(String id, Map<String, @Nullable Object> fields) {
        return organisation(Call.post(path(id), fields));
    }

    /**
     * All of them, newest first; for the operator.
     *
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Organisation> list() {
        return Pages.stream(transport, PATH, Filter.ALL, Organisation.class);
    }

    /**
     * Changes the organisation of the key in use.
     *
     * @param fields by their names in the API
     * @return the organisation
     */
    public Organisation updateCurrent(Map<String, @Nullable Object> fields) {
        return organisation(Call.post("/organisation", fields));
    }

    /**
     * A one-time link into the dashboard, limited to one organisation.
     *
     * @param id UUIDv7, or the caller's own uid
     * @param fields by their names in the API: {@code scope}, {@code expires_s}, {@code page},
     *     {@code theme}
     * @return the link
     */
    public Portal portal(String id, Map<String, @Nullable Object> fields) {
        return Json.read(transport.send(Call.post(path(id) + "/portal", fields)), Portal.class);
    }

    /**
     * Deactivates it; its deliveries are held. For the operator.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return the organisation
     */
    public Organisation delete(String id) {
        return organisation(Call.delete(path(id)));
    }

    /**
     * Erases it with everything of it, which cannot be undone. For the operator.
     *
     * @param id UUIDv7, or the caller's own uid
     * @return the organisation
     */
    public Organisation purge(String id) {
        return organisation(Call.delete(path(id) + "?purge=true"));
    }

    private Organisation organisation(Call call) {
        return Json.read(transport.send(call), Organisation.class);
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}
