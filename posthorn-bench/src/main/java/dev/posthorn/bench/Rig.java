package dev.posthorn.bench;

import dev.posthorn.bench.ledger.Balance;
import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.ledger.Window;
import dev.posthorn.bench.load.Publisher;
import dev.posthorn.bench.load.RequestTemplate;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.subject.Books;
import dev.posthorn.bench.subject.Subject;
import dev.posthorn.bench.wire.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One program under test with its publishers, receivers and ledger. The ledger is kept for the
 * program's whole life, warm-up included, and balanced after every run.
 */
final class Rig implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);

    /**
     * Time for deliveries to arrive after the last publish; what is left then counts as pending.
     */
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final Loop loop;
    private final Plan plan;
    private final Subject subject;
    private final Ledger ledger;
    private final Publisher publisher;

    Rig(Loop loop, Plan plan, Subject subject, Ledger ledger) {
        this.loop = loop;
        this.plan = plan;
        this.subject = subject;
        this.ledger = ledger;
        RequestTemplate template =
                new RequestTemplate(
                        "127.0.0.1:" + subject.address().getPort(),
                        subject.token(),
                        plan.batch(),
                        plan.eventBytes());
        publisher = new Publisher(loop, subject.address(), template, ledger);
    }

    Subject subject() {
        return subject;
    }

    void connect() {
        loop.call(() -> {
            publisher.connect(plan.connections());
            return publisher;
        });
    }

    /** Publishes for the given time, waits for the rest to arrive, and balances the ledger. */
    Run run(int number, Duration duration) {
        Meter meter = new Meter(subject, System.nanoTime());
        Window window = loop.call(() -> start(duration));
        long endNanos = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < endNanos) {
            LockSupport.parkNanos(Math.min(GLANCE.toNanos(), endNanos - System.nanoTime()));
            meter.step(System.nanoTime());
        }
        awaitArrivals();
        return result(number, window, meter);
    }

    private Window start(Duration duration) {
        long now = System.nanoTime();
        long nowMicros = ledger.micros(now);
        Window window = new Window(nowMicros, nowMicros + duration.toNanos() / 1000);
        ledger.measure(window);
        loop.onTick(publisher);
        publisher.publish(plan.pace(), now, duration.toNanos());
        return window;
    }

    private void awaitArrivals() {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (!isDone() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean isDone() {
        boolean arrived = loop.call(() -> publisher.isIdle() && ledger.underway() <= 0);
        return arrived && subject.pending() == 0;
    }

    private Run result(int number, Window window, Meter meter) {
        Books books = subject.books();
        return loop.call(() -> {
            Balance balance =
                    new Balance(
                            ledger.counts(), books.failed(), books.cancelled(), books.pending());
            double delivered = Math.max(1, window.delivered());
            return new Run(
                    subject.name(),
                    number,
                    window.accepted() / window.seconds(),
                    window.delivered() / window.seconds(),
                    window.toReceiver(),
                    window.toAnswer(),
                    window.toSend(),
                    meter.usage(delivered),
                    balance,
                    objections(balance));
        });
    }

    private List<String> objections(Balance balance) {
        List<String> found = new ArrayList<>(balance.objections());
        String refusal = publisher.firstRefusal();
        if (refusal != null) {
            found.add("the first of " + balance.counts().refused() + " refusals: " + refusal);
        }
        return found;
    }

    @Override
    public void close() {
        subject.close();
    }
}
