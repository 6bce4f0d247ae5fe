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

    /**
     * One attempt, with the whole request.
     *
     * @param id UUIDv7
     * @return the attempt
     */
    public Attempt retrieve(String id) {
        return Json.read(transport.send(Call.get(PATH + "/" + Filter.encoded(id))), Attempt.class);
    }

    /**
     * Newest first; parameters are {@code webhook_config} and {@code delivery}.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Attempt> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Attempt.class);
    }
}
