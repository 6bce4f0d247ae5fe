package dev.posthorn.server.sender;

import com.sun.management.ThreadMXBean;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.egress.EgressSettings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Measures what one exchange costs the sender's loop: CPU time and garbage of its thread alone,
 * with receivers on loopback in the same process. Arguments: requests in flight, receivers,
 * requests; as many again go before, unmeasured, to warm up.
 */
final class SenderLoad {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final String[] HEADERS = {
        "webhook-id", "01890a5d-ac96-774b-bcce-b302099a8057",
        "webhook-timestamp", "1674087231",
        "webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
        "Content-Type", "application/json",
        "User-Agent", "Posthorn/1"
    };

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ContextInternal context;
    private final VertxSender sender;
    private final OutgoingRequest[] requests;
    private long left;
    private int next;
    private int running;
    private long failed;

    private SenderLoad(Vertx vertx, OutgoingRequest[] requests) {
        this.requests = requests;
        context = ((VertxInternal) vertx).createEventLoopContext();
        SenderSettings settings =
                new SenderSettings(EgressSettings.DEFAULTS.forDevelopment(), 20_000);
        sender =
                new VertxSender(
                        vertx, context, settings, (_, a) -> a.accept(new NameAnswer.NotFound()));
    }

    public static void main(String[] args) throws InterruptedException {
        int inFlight = Integer.parseInt(args[0]);
        int receivers = Integer.parseInt(args[1]);
        long count = Long.parseLong(args[2]);
        SenderLoad load =
                new SenderLoad(
                        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true)),
                        requests(receivers));
        load.run(inFlight, count);
        load.run(inFlight, count);
        System.exit(0);
    }

    /** One for each of so many receivers, which live on other loops than the sender. */
    private static OutgoingRequest[] requests(int receivers) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        OutgoingRequest[] requests = new OutgoingRequest[receivers];
        for (int i = 0; i < receivers; i++) {
            String host = "127.0.0." + (1 + i % 100);
            int port =
                    vertx.createHttpServer()
                            .requestHandler(SenderLoad::receive)
                            .listen(0, host)
                            .await()
                            .actualPort();
            String url = "http://" + host + ":" + port + "/webhooks/posthorn";
            requests[i] = new OutgoingRequest("POST", url, HEADERS, new byte[1024]);
        }
        return requests;
    }

    private static void receive(HttpServerRequest request) {
        request.endHandler(
                _ -> request.response().putHeader("Content-Type", "text/plain").end("ok"));
    }

    private void run(int inFlight, long count) throws InterruptedException {
        CountDownLatch measured = new CountDownLatch(1);
        context.runOnContext(_ -> begin(inFlight, count, measured));
        measured.await();
    }

    private void begin(int inFlight, long count, CountDownLatch measured) {
        long thread = Thread.currentThread().threadId();
        long cpu = threads.getThreadCpuTime(thread);
        long garbage = threads.getThreadAllocatedBytes(thread);
        long started = System.nanoTime();
        left = count;
        failed = 0;
        Runnable end =
                () -> {
                    double seconds = (System.nanoTime() - started) / 1e9;
                    System.out.printf(
                            Locale.ROOT,
                            "%d in flight, %d receivers: %.0f/s, %.1f µs CPU and %.0f bytes of"
                                    + " garbage each, %d failed%n",
                            inFlight,
                            requests.length,
                            count / seconds,
                            (threads.getThreadCpuTime(thread) - cpu) / 1e3 / count,
                            (double) (threads.getThreadAllocatedBytes(thread) - garbage) / count,
                            failed);
                    measured.countDown();
                };
        for (int i = 0; i < inFlight; i++) {
            sendNext(end);
        }
    }

    private void sendNext(Runnable end) {
        left--;
        running++;
        next = (next + 1) % requests.length;
        sender.send(requests[next], DEADLINE, exchange -> answered(exchange, end));
    }

    private void answered(Exchange exchange, Runnable end) {
        running--;
        if (exchange.outcome().status() != 200) {
            failed++;
        }
        if (left > 0) {
            sendNext(end);
        } else if (running == 0) {
            end.run();
        }
    }
}
