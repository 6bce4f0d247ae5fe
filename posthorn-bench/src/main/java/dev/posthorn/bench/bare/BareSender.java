package dev.posthorn.bench.bare;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Sends what was committed, at most so many at a time. Confined to its loop. */
final class BareSender {
    private static final int KEEP_ALIVE_S = 60;

    private final HttpClient client;
    private final RequestOptions[] endpoints;
    private final int maxInFlight;
    private final Consumer<BareDelivery> settled;
    private final Queue<BareDelivery> waiting = new ArrayDeque<>();
    private int inFlight;

    BareSender(Vertx vertx, BareSettings settings, Consumer<BareDelivery> settled) {
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAliveTimeout(KEEP_ALIVE_S)
                                .setTcpNoDelay(true),
                        new PoolOptions()
                                .setHttp1MaxSize(settings.maxInFlight())
                                .setMaxWaitQueueSize(settings.maxInFlight()));
        this.maxInFlight = settings.maxInFlight();
        this.settled = settled;
        this.endpoints = new RequestOptions[settings.endpoints()];
        for (int i = 0; i < endpoints.length; i++) {
            endpoints[i] = options(settings.receiver(), i);
        }
    }

    /** The headers every delivery carries, as long as the real ones. */
    private static RequestOptions options(URI receiver, int endpoint) {
        return new RequestOptions()
                .setHost(receiver.getHost())
                .setPort(receiver.getPort())
                .setSsl(receiver.getScheme().equals("https"))
                .setMethod(HttpMethod.POST)
                .setURI("/e/" + endpoint)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Posthorn/0.1.0")
                .putHeader("webhook-id", "01980000-0000-7000-8000-000000000000")
                .putHeader("webhook-timestamp", "1764000000")
                .putHeader("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    void send(BareDelivery delivery) {
        waiting.add(delivery);
        sendWhatFits();
    }

    private void sendWhatFits() {
        while (inFlight < maxInFlight) {
            BareDelivery next = waiting.poll();
            if (next == null) {
                return;
            }
            inFlight++;
            start(next);
        }
    }

    private void start(BareDelivery delivery) {
        client.request(endpoints[delivery.endpoint()])
                .compose(request -> request.send(delivery.body()))
                .compose(HttpClientResponse::end)
                .onComplete(done -> finished(delivery, done.succeeded()));
    }

    private void finished(BareDelivery delivery, boolean succeeded) {
        inFlight--;
        if (!succeeded) {
            throw new IllegalStateException(
                    "delivery " + delivery.seq() + " failed: no retries here");
        }
        settled.accept(delivery);
        sendWhatFits();
    }
}
