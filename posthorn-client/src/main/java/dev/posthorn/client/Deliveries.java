package dev.posthorn.client;

import dev.posthorn.client.resource.Attempt;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Task;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events on their way to endpoints. */
public final class Deliveries {
    private static final String PATH = "/deliveries";

    private final Transport transport;

    Deliveries(Transport transport) {
        this.transport = transport;
    }

    /**
     * One delivery.
     *
     * @param id UUIDv7
     * @return the delivery
     */
    public Delivery retrieve(String id) {
        return delivery(Call.get(path(id)));
    }

    /**
     * Newest first; parameters are {@code webhook_config}, {@code event}, {@code state} …
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Delivery> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Delivery.class);
    }

    /**
     * What was sent and what came back, newest first.
     *
     * @param id UUIDv7
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Attempt> attempts(String id) {
        return Pages.stream(transport, path(id) + "/attempts", Filter.ALL, Attempt.class);
    }

    /**
     * Makes it pending again, its schedule starting anew.
     *
     * @param id UUIDv7
     * @return the delivery
     */
    public Delivery resend(String id) {
        return delivery(Call.post(path(id) + "/resend", null));
    }

    /**
     * Makes all deliveries of a filter pending again: a task, to be followed by its id.
     *
     * @param fields the filter by its names in the API, {@code rate} and {@code dry_run}
     * @return its task
     */
    public Task resend(Map<String, @Nullable Object> fields) {
        return Json.read(transport.send(Call.post(PATH + "/resend", fields)), Task.class);
    }

    /**
     * Ends a pending delivery; one that has ended is refused with 409.
     *
     * @param id UUIDv7
     * @return the delivery
     */
    public Delivery cancel(String id) {
        return delivery(Call.post(path(id) + "/cancel", null));
    }

    private Delivery delivery(Call call) {
        return Json.read(transport.send(call), Delivery.class);
    }

    private static String path(String id) {
        return PATH + "/" + Filter.encoded(id);
    }
}
