package dev.posthorn.server.receivers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/**
 * A receiver on loopback that does what its scripts say, byte by byte, over plain sockets. The
 * first connection gets the first script, the second the second; the last script serves all that
 * follow.
 */
public final class ScriptedReceiver implements AutoCloseable {
    private static final int BACKLOG = 4096;

    private final ServerSocket server;
    private final boolean tls;
    private final List<Script> scripts;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<ReceivedRequest> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    private ScriptedReceiver(ServerSocket server, boolean tls, List<Script> scripts) {
        this.server = server;
        this.tls = tls;
        this.scripts = scripts;
        Thread.ofVirtual().name("receiver").start(this::accept);
    }

    /** Listens on 127.0.0.1 and a free port. */
    public static ScriptedReceiver listening(Script... scripts) {
        return listeningOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), scripts);
    }

    /** Listens on an address of this machine; port 0 is a free one. */
    public static ScriptedReceiver listeningOn(InetSocketAddress address, Script... scripts) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(address, BACKLOG);
            return new ScriptedReceiver(socket, false, List.of(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same over TLS, with the certificate that {@code context} has. */
    public static ScriptedReceiver listening(SSLContext context, Script... scripts) {
        try {
            ServerSocket socket = context.getServerSocketFactory().createServerSocket();
            return new ScriptedReceiver(bound(socket), true, List.of(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for those alone who show a certificate that {@code context} believes. */
    public static ScriptedReceiver demanding(SSLContext context, Script... scripts) {
        try {
            var socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            socket.setNeedClientAuth(true);
            return new ScriptedReceiver(bound(socket), true, List.of(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, where TLS agrees on HTTP/2; what frames go over it is up to the scripts. */
    public static ScriptedReceiver listeningForHttp2(SSLContext context, Script... scripts) {
        try {
            var socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return new ScriptedReceiver(bound(socket), true, List.of(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** A URL of this receiver; {@code path} begins with a slash. */
    public String url(String path) {
        return url("127.0.0.1", path);
    }

    /** The same under a name that leads here. */
    public String url(String host, String path) {
        return (tls ? "https://" : "http://") + host + ":" + port() + path;
    }

    /** How many connections were accepted so far. */
    public int connections() {
        return connections.get();
    }

    /** How many requests were read whole and not asked for yet. */
    public int requestsWaiting() {
        return requests.size();
    }

    /** The next request that was read whole, in the order read; waits for it up to 10 s. */
    public ReceivedRequest nextRequest() {
        try {
            ReceivedRequest next = requests.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no request within 10 s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Ends all connections and stops listening. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(server);
        open.forEach(ScriptedReceiver::closeQuietly);
    }

    private static ServerSocket bound(ServerSocket socket) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        return socket;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.getAndIncrement();
                Script script = scripts.get(Math.min(number, scripts.size() - 1));
                Thread.ofVirtual().name("receiver-" + number).start(() -> play(script, socket));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new Conversation(socket, requests::add, closing));
        } catch (IOException over) {
            // The other side went away, which is its right.
        } finally {
            open.remove(socket);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception already) {
            // Closed is closed.
        }
    }
}
