package dev.posthorn.client;

import dev.posthorn.client.resource.Attempt;
import java.util.stream.Stream;

/** HTTP exchanges with receivers: exactly what was sent and what came back. */
public final class Attempts {
    private static final String PATH = "/attempts";

    private final Transport transport;

    Attempts(Transport transport) {
        this.transport = transport;
    }

    public Attempt retrieve(String id) {
        return Json.read(transport.send(Call.get(PATH + "/" + Filter.encoded(id))), Attempt.class);
    }

    /** Newest first; parameters are {@code webhook_config} and {@code delivery}. */
    public Stream<Attempt> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Attempt.class);
    }
}
