package dev.posthorn.server;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.function.Consumer;

/**
 * Tells the engine of changed endpoints. The configuration it comes from is there before the
 * engine, and nothing is told until the engine is: it reads the directory when it starts.
 */
final class EndpointNews implements Consumer<Endpoint> {
    private volatile Consumer<Endpoint> listener = _ -> {};

    void listen(Consumer<Endpoint> to) {
        listener = to;
    }

    @Override
    public void accept(Endpoint changed) {
        listener.accept(changed);
    }
}
