package dev.posthorn.server.sender;

import com.sun.management.ThreadMXBean;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.server.dns.NameAnswer;
import dev.posthorn.server.egress.EgressSettings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Measures what one exchange costs the sender's loop: CPU time and garbage of its thread alone,
 * with receivers on loopback in the same process. Arguments: requests in flight, receivers,
 * seconds.
 */
final class SenderLoad {
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final Buffer OK = Buffer.buffer("ok");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Vertx others = Vertx.vertx();
    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    private final OutgoingRequest[] requests;
    private VertxSender sender;
    private long thread;
    private int next;
    private long done;
    private long failed;
    private long untilNanos;

    private SenderLoad(int receivers) {
        requests = new OutgoingRequest[receivers];
        String[] headers = {
            "webhook-id", "01890a5d-ac96-774b-bcce-b302099a8057",
            "webhook-timestamp", "1674087231",
            "webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
            "Content-Type", "application/json",
            "User-Agent", "Posthorn/1"
        };
        for (int i = 0; i < receivers; i++) {
            int port =
                    others.createHttpServer(new HttpServerOptions().setIdleTimeout(0))
                            .requestHandler(request ->
                                    request.endHandler(_ ->
                                            request.response()
                                                    .putHeader(
                                                            HttpHeaders.CONTENT_TYPE, "text/plain")
                                                    .end(OK)))
                            .listen(0, "127.0.0." + (1 + i % 100))
                            .await()
                            .actualPort();
            String url = "http://127.0.0." + (1 + i % 100) + ":" + port + "/webhooks/posthorn";
            requests[i] = new OutgoingRequest("POST", url, headers, new byte[1024]);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int inFlight = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int receivers = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        SenderLoad load = new SenderLoad(receivers);
        load.run(inFlight, 5);
        load.run(inFlight, seconds);
        System.exit(0);
    }

    private void run(int inFlight, int seconds) throws InterruptedException {
        CountDownLatch measured = new CountDownLatch(1);
        context.runOnContext(_ -> begin(inFlight, seconds, measured));
        measured.await();
    }

    private void begin(int inFlight, int seconds, CountDownLatch measured) {
        if (sender == null) {
            thread = Thread.currentThread().threadId();
            SenderSettings settings =
                    new SenderSettings(EgressSettings.DEFAULTS.forDevelopment(), 20_000);
            sender =
                    new VertxSender(
                            vertx,
                            context,
                            settings,
                            (_, a) -> a.accept(new NameAnswer.NotFound()));
        }
        long cpu = threads.getThreadCpuTime(thread);
        long garbage = threads.getThreadAllocatedBytes(thread);
        long started = System.nanoTime();
        done = 0;
        failed = 0;
        untilNanos = started + seconds * 1_000_000_000L;
        int[] running = {inFlight};
        for (int i = 0; i < inFlight; i++) {
            one(() -> {
                running[0]--;
                if (running[0] == 0) {
                    report(inFlight, started, cpu, garbage);
                    measured.countDown();
                }
            });
        }
    }

    private void one(Runnable last) {
        sender.send(
                requests[next++ % requests.length], DEADLINE, exchange -> answered(exchange, last));
    }

    private void answered(Exchange exchange, Runnable last) {
        done++;
        if (exchange.outcome().status() != 200) {
            failed++;
        }
        if (System.nanoTime() < untilNanos) {
            one(last);
        } else {
            last.run();
        }
    }

    private void report(int inFlight, long started, long cpu, long garbage) {
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d in flight, %d receivers: %.0f/s, %.1f µs CPU, %.0f bytes of garbage each, %d failed%n",
                inFlight,
                requests.length,
                done / seconds,
                (threads.getThreadCpuTime(thread) - cpu) / 1e3 / done,
                (double) (threads.getThreadAllocatedBytes(thread) - garbage) / done,
                failed);
    }
}
