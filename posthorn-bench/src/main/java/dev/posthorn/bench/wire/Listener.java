package dev.posthorn.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts connections on a free port of 127.0.0.1. */
public final class Listener implements Loop.Ready {
    /** More than any pool of the programs under test opens at once. */
    private static final int BACKLOG = 4096;

    private final ServerSocketChannel channel;
    private final Acceptor acceptor;

    private Listener(ServerSocketChannel channel, Acceptor acceptor) {
        this.channel = channel;
        this.acceptor = acceptor;
    }

    /** Makes the connection object for an accepted socket. */
    public interface Acceptor {
        void accept(SocketChannel channel) throws IOException;
    }

    /** Listens until the loop is closed. */
    public static Listener open(Loop loop, Acceptor acceptor) {
        return loop.call(() -> {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            Listener listener = new Listener(channel, acceptor);
            channel.register(loop.selector(), SelectionKey.OP_ACCEPT, listener);
            return listener;
        });
    }

    public int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void ready(SelectionKey key, Inbox inbox, long nowNanos) {
        try {
            for (SocketChannel next = channel.accept(); next != null; next = channel.accept()) {
                acceptor.accept(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot accept on port " + port(), e);
        }
    }
}
