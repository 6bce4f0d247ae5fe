package dev.posthorn.server;

import dev.posthorn.core.endpoint.Endpoint;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells the engine and the watch of changed endpoints. The configuration it comes from is there
 * before the engine, and nothing is told until the engine is: it reads the directory when it
 * starts.
 */
final class EndpointNews implements Consumer<Endpoint> {
    private volatile List<Consumer<Endpoint>> listeners = List.of();

    void listen(List<Consumer<Endpoint>> to) {
        listeners = to;
    }

    @Override
    public void accept(Endpoint changed) {
        listeners.forEach(listener -> listener.accept(changed));
    }
}
