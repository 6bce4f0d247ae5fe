package dev.posthorn.bench.rig;

import dev.posthorn.bench.ledger.Balance;
import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.ledger.Window;
import dev.posthorn.bench.load.Pace;
import dev.posthorn.bench.load.Publisher;
import dev.posthorn.bench.load.RequestTemplate;
import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.report.Run;
import dev.posthorn.bench.subject.Books;
import dev.posthorn.bench.subject.PosthornSubject;
import dev.posthorn.bench.subject.Subject;
import dev.posthorn.bench.wire.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One program under test with its publishers, receivers and ledger. The ledger is kept for the
 * program's whole life, warm-up included, and balanced after every run.
 */
public final class Rig implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);

    /**
     * Time for deliveries to arrive after the last publish; what is left then counts as pending.
     */
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final Loop loop;
    private final Assembly assembly;
    private final Ledger ledger;
    private final List<String> refusals = new ArrayList<>();
    private Subject subject;
    private Publisher publisher;

    private Rig(Loop loop, Assembly assembly, Subject subject) {
        this.loop = loop;
        this.assembly = assembly;
        this.ledger = assembly.ledger();
        this.subject = subject;
        this.publisher = publisher(load());
    }

    /** Starts the program and makes its endpoints. */
    public static Rig open(Loop loop, Contender contender) {
        Assembly assembly = Assembly.of(loop, contender);
        return new Rig(loop, assembly, assembly.start());
    }

    public String name() {
        return assembly.contender().name();
    }

    public Subject subject() {
        return subject;
    }

    private Load load() {
        return assembly.contender().plan().load();
    }

    private Publisher publisher(Load load) {
        RequestTemplate template =
                new RequestTemplate(
                        "127.0.0.1:" + subject.address().getPort(),
                        subject.token(),
                        load.batch(),
                        load.eventBytes(),
                        load.keyed());
        Publisher made = new Publisher(loop, subject.address(), template, ledger);
        return loop.call(() -> {
            made.connect(load.connections());
            return made;
        });
    }

    /** From now on events go to {@code count} groups of endpoints from {@code first} on. */
    public void aim(int first, int count) {
        loop.call(() -> {
            ledger.aim(first, count);
            return ledger;
        });
    }

    /** Endpoints below that number close every connection from now on; 0 brings all back. */
    public void takeDown(int below) {
        assembly.receiver().takeDown(below);
    }

    /** Publishes that many events as another load would, and returns when all are answered. */
    public void fill(long events, Load load) {
        Publisher filler = publisher(load);
        loop.call(() -> {
            ledger.measure(new Window(0, 0));
            loop.onTick(filler);
            filler.publish(new Pace.Count(events / load.batch()), System.nanoTime(), 0);
            return filler;
        });
        await(() -> loop.call(filler::isIdle), DRAIN.multipliedBy(10));
        loop.call(() -> {
            note(filler.firstRefusal());
            filler.disconnect();
            return filler;
        });
    }

    /** Ends the program as {@code kill -9} does and starts it again over the same data. */
    public PosthornSubject restart() {
        awaitFirst();
        loop.call(() -> {
            publisher.disconnect();
            return publisher;
        });
        String token = subject.token();
        subject.kill();
        PosthornSubject next = PosthornSubject.resume(assembly.settings(), token);
        subject = next;
        publisher = publisher(load());
        return next;
    }

    /** Forgets when the first delivery arrived, to note the next one. */
    public void awaitFirst() {
        loop.call(() -> {
            ledger.awaitFirst();
            return ledger;
        });
    }

    /**
     * When the first delivery since {@link #awaitFirst} or a restart arrived, waiting for it if
     * need be; 0 if none came.
     */
    public long firstArrivalNanos() {
        await(() -> loop.call(ledger::firstArrivalNanos) != 0, DRAIN);
        return loop.call(ledger::firstArrivalNanos);
    }

    /**
     * Publishes as planned for the lead-in and the given time, counts what happens in the latter,
     * waits for the rest to arrive, and balances the ledger.
     */
    Run run(int number, Duration duration) {
        return run(number, duration, load(), DRAIN);
    }

    /** The same at another pace, with so much time for the rest to arrive. */
    public Run run(int number, Duration duration, Load load, Duration drain) {
        Duration leadIn = assembly.contender().plan().timing().leadIn();
        Window window = loop.call(() -> start(leadIn, duration, load));
        LockSupport.parkNanos(leadIn.toNanos());
        Meter meter = new Meter(subject, System.nanoTime());
        long endNanos = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < endNanos) {
            LockSupport.parkNanos(Math.min(GLANCE.toNanos(), endNanos - System.nanoTime()));
            meter.step(System.nanoTime());
        }
        await(this::isDone, drain);
        return result(number, window, meter);
    }

    private Window start(Duration leadIn, Duration duration, Load load) {
        long now = System.nanoTime();
        long startMicros = ledger.micros(now + leadIn.toNanos());
        Window window = new Window(startMicros, startMicros + duration.toNanos() / 1000);
        ledger.measure(window);
        loop.onTick(publisher);
        publisher.publish(load.pace(), now, leadIn.plus(duration).toNanos());
        return window;
    }

    private static void await(BooleanSupplier done, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean isDone() {
        boolean arrived = loop.call(() -> publisher.isIdle() && ledger.underway() <= 0);
        return arrived && subject.pending() <= loop.call(ledger::silent);
    }

    private Run result(int number, Window window, Meter meter) {
        Balance balance = balance();
        return loop.call(() -> {
            double events = Math.max(1, Math.max(window.delivered(), window.accepted()));
            return new Run(
                    name(),
                    number,
                    window.accepted() / window.seconds(),
                    window.delivered() / window.seconds(),
                    window.toReceiver(),
                    window.toAnswer(),
                    window.toSend(),
                    meter.usage(events),
                    balance,
                    objections(balance));
        });
    }

    /** What the ledger says and what the program says of the rest. */
    private Balance balance() {
        Books books = subject.books();
        return loop.call(() ->
                new Balance(ledger.counts(), books.failed(), books.cancelled(), books.pending()));
    }

    private List<String> objections(Balance balance) {
        note(publisher.firstRefusal());
        List<String> found = new ArrayList<>(balance.objections());
        refusals.forEach(refusal ->
                found.add("the first of " + balance.counts().refused() + " refusals: " + refusal));
        return found;
    }

    private void note(@Nullable String refusal) {
        if (refusal != null && refusals.isEmpty()) {
            refusals.add(refusal);
        }
    }

    @Override
    public void close() {
        subject.close();
    }
}
