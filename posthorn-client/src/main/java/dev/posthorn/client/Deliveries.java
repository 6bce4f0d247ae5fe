package dev.posthorn.client;

import dev.posthorn.client.resource.Attempt;
import dev.posthorn.client.resource.Delivery;
import java.util.stream.Stream;

/** Events on their way to endpoints. */
public final class Deliveries {
    private static final String PATH = "/deliveries";

    private final Transport transport;

    Deliveries(Transport transport) {
        this.transport = transport;
    }

    public Delivery retrieve(String id) {
        return delivery(Call.get(path(id)));
    }

    /** Newest first; parameters are {@code webhook_config}, {@code event}, {@code state} … */
    public Stream<Delivery> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Delivery.class);
    }

    public Stream<Attempt> attempts(String id) {
        return Pages.stream(transport, path(id) + "/attempts", Filter.ALL, Attempt.class);
    }

    /** Makes it pending again, its schedule starting anew. */
    public Delivery resend(String id) {
        return delivery(Call.post(path(id) + "/resend", null));
    }

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
