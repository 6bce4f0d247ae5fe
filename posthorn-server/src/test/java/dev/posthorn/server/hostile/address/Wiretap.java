package dev.posthorn.server.hostile.address;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.Vertx;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.internal.VertxBootstrap;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Notes every address a socket is told to connect to, before it does. Loopback is connected to;
 * anything beyond is refused on the spot, so that no test sends a byte out of this machine.
 */
final class Wiretap extends NioTransport {
    private final Queue<InetSocketAddress> dialled = new ConcurrentLinkedQueue<>();

    Vertx vertx() {
        return VertxBootstrap.create().transport(this).init().vertx();
    }

    /** In the order in which they were dialled. */
    Queue<InetSocketAddress> dialled() {
        return dialled;
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return () -> new Tapped(dialled);
    }

    private static final class Tapped extends NioSocketChannel {
        private final Queue<InetSocketAddress> dialled;

        Tapped(Queue<InetSocketAddress> dialled) {
            this.dialled = dialled;
        }

        @Override
        protected boolean doConnect(SocketAddress remote, SocketAddress local) throws Exception {
            InetSocketAddress address = (InetSocketAddress) remote;
            dialled.add(address);
            InetAddress ip = address.getAddress();
            if (ip == null || !ip.isLoopbackAddress()) {
                throw new ConnectException("not from a test");
            }
            return super.doConnect(remote, local);
        }
    }
}
