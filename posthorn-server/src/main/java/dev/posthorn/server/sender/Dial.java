package dev.posthorn.server.sender;

import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpClientConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One connection being made: to the first of the origin's addresses that takes it. Goes on when
 * those who wanted it are gone; the next request may use what comes of it.
 */
final class Dial {
    private final ReceiverClient client;
    private final LongSupplier nanoTime;
    private final Origin origin;
    private final List<InetAddress> addresses;
    private final Connections connections;
    private final List<Taker> takers = new ArrayList<>(1);
    private int tried;
    private long startedNanos;

    Dial(
            ReceiverClient client,
            LongSupplier nanoTime,
            Origin origin,
            Taker first,
            Connections connections) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.origin = origin;
        this.addresses = origin.addresses();
        this.connections = connections;
        takers.add(first);
    }

    void join(Taker taker) {
        takers.add(taker);
    }

    List<Taker> takers() {
        return takers;
    }

    Origin origin() {
        return origin;
    }

    void start() {
        InetAddress address = addresses.get(tried++);
        startedNanos = nanoTime.getAsLong();
        client.connect(origin, address)
                .onComplete((http, failure) -> {
                    if (http != null) {
                        connected(address, http);
                    } else {
                        failed(address, failure);
                    }
                });
    }

    private void connected(InetAddress address, HttpClientConnection http) {
        long now = nanoTime.getAsLong();
        Connection connection = new Connection(origin, address, http, now);
        SslHandler tls = Connection.pipeline(http).get(SslHandler.class);
        long tcpNanos = tls instanceof TimedTlsHandler timed ? timed.take() : now;
        connection.madeIn(
                Stopwatch.micros(startedNanos, tcpNanos),
                tls == null ? -1 : Stopwatch.micros(tcpNanos, now));
        if (client.reached(new InetSocketAddress(address, origin.port()), connection)) {
            connections.made(this, connection);
        } else {
            connection.close();
            connections.failed(this, new IOException("connected to another address"));
        }
    }

    private void failed(InetAddress address, @Nullable Throwable cause) {
        Throwable failure = cause == null ? new IOException("no connection") : cause;
        origin.demote(address);
        boolean anotherMayDo = failure instanceof IOException && !(failure instanceof SSLException);
        if (anotherMayDo
                && tried < Math.min(addresses.size(), Limits.ADDRESSES_TRIED)
                && takers.stream().anyMatch(Taker::isWaiting)) {
            start();
        } else {
            connections.failed(this, failure);
        }
    }
}
