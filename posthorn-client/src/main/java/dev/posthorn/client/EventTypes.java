package dev.posthorn.client;

import dev.posthorn.client.resource.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue of event types. */
public final class EventTypes {
    private static final String PATH = "/event-types";

    private final Transport transport;

    EventTypes(Transport transport) {
        this.transport = transport;
    }

    /**
     * Puts a type into the catalogue.
     *
     * @param slug such as {@code user.updated}
     * @param fields by their names in the API: {@code description}, {@code schema}, {@code example}
     * @return the type
     */
    public EventType create(String slug, Map<String, @Nullable Object> fields) {
        var all = new LinkedHashMap<String, @Nullable Object>(fields);
        all.put("slug", slug);
        return type(Call.post(PATH, all));
    }

    /**
     * One type.
     *
     * @param slug such as {@code user.updated}
     * @return the type
     */
    public EventType retrieve(String slug) {
        return type(Call.get(path(slug)));
    }

    /**
     * Changes a type.
     *
     * @param slug such as {@code user.updated}
     * @param fields by their names in the API; what is not named stays as it is
     * @return the type after the change
     */
    public EventType updateBySlug(String slug, Map<String, @Nullable Object> fields) {
        return type(Call.post(path(slug), fields));
    }

    /**
     * Archives a type: it leaves the catalogue, not the log.
     *
     * @param slug such as {@code user.updated}
     * @return the type, archived
     */
    public EventType delete(String slug) {
        return type(Call.delete(path(slug)));
    }

    /**
     * The catalogue.
     *
     * @return read from the server page by page
     */
    public Stream<EventType> list() {
        return Pages.stream(transport, PATH, Filter.ALL, EventType.class);
    }

    /**
     * Part of the catalogue; the parameter is {@code archived}.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page
     */
    public Stream<EventType> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, EventType.class);
    }

    private EventType type(Call call) {
        return Json.read(transport.send(call), EventType.class);
    }

    private static String path(String slug) {
        return PATH + "/" + Filter.encoded(slug);
    }
}
