package dev.posthorn.bench.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** One hostile receiver of each kind on loopback, and how often they were visited in all. */
final class HostileReceivers implements AutoCloseable {
    private static final List<Behaviour> KINDS = List.of(Behaviour.values());
    private static final int BACKLOG = 4096;

    private final List<ServerSocket> servers = new ArrayList<>();
    private final AtomicLong visits = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    HostileReceivers() {
        for (Behaviour behaviour : KINDS) {
            ServerSocket server = listen();
            servers.add(server);
            Thread.ofVirtual().start(() -> accept(server, behaviour));
        }
    }

    /** The URL of the {@code number}th endpoint; kinds take turns. */
    String url(int number) {
        Behaviour behaviour = KINDS.get(number % KINDS.size());
        return (behaviour.speaksTls() ? "https" : "http")
                + "://127.0.0.1:"
                + servers.get(number % KINDS.size()).getLocalPort()
                + "/h/"
                + number;
    }

    /** Connections so far. */
    long visits() {
        return visits.get();
    }

    @Override
    public void close() {
        closing.countDown();
        for (ServerSocket server : servers) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ServerSocket listen() {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
    }

    private void accept(ServerSocket server, Behaviour behaviour) {
        while (closing.getCount() > 0) {
            try {
                Socket socket = server.accept();
                visits.incrementAndGet();
                Thread.ofVirtual().start(() -> receive(socket, behaviour));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void receive(Socket socket, Behaviour behaviour) {
        try (socket) {
            behaviour.play(new Visit(socket, closing));
        } catch (IOException _) {
            // The server gave up on us, as it should.
        }
    }
}
