package dev.posthorn.server.hostile.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on every address of this machine, both families, and counts who comes. */
final class ForbiddenListener implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger visits = new AtomicInteger();

    ForbiddenListener() {
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int visits() {
        return visits.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try (var _ = server.accept()) {
                visits.incrementAndGet();
            } catch (IOException stopped) {
                return;
            }
        }
    }
}
