package dev.posthorn.bench.hostile;

import dev.posthorn.bench.ledger.Latency;
import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.ledger.Window;
import dev.posthorn.bench.load.Publisher;
import dev.posthorn.bench.load.RequestTemplate;
import dev.posthorn.bench.machine.ProcessUse;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.Receiving;
import dev.posthorn.bench.receive.Receiver;
import dev.posthorn.bench.subject.PosthornSubject;
import dev.posthorn.bench.subject.SubjectSettings;
import dev.posthorn.bench.wire.Loop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Measures honest endpoints alone and then beside hostile ones, on one server in a process of its
 * own, and what that process keeps of it.
 */
final class HostileBench {
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** For hostile attempts to reach their deadline. */
    private static final Duration AFTERMATH = Duration.ofSeconds(7);

    /** For honest arrivals still under way, and a retry of those that met a busy machine. */
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private static final int LOOPS = 2;
    private static final int MAX_IN_FLIGHT = 1024;

    private final HostilePlan plan;
    private final Consumer<String> progress;

    /** {@code progress} hears a line now and then. */
    HostileBench(HostilePlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    HostileReport measure() {
        try (Loop loop = new Loop("rig");
                HostileReceivers hostile = new HostileReceivers()) {
            Ledger ledger = new Ledger(plan.load().fan(), System.nanoTime());
            Receiver receiver = Receiver.open(loop, ledger, 0, null, Duration.ZERO, 0);
            try (PosthornSubject subject = PosthornSubject.start(settings(receiver))) {
                return measure(
                        new Side(loop, ledger, publisher(loop, subject, ledger)), subject, hostile);
            }
        }
    }

    /** The honest side. */
    private record Side(Loop loop, Ledger ledger, Publisher publisher) {}

    private HostileReport measure(Side honest, PosthornSubject subject, HostileReceivers hostile) {
        progress.accept("warming up");
        run(honest, plan.warmUp(), () -> {});
        progress.accept("making " + plan.endpoints() + " hostile endpoints");
        for (int i = 0; i < plan.endpoints(); i++) {
            subject.makeHostile(hostile.url(i), i % plan.groups());
        }
        progress.accept("measuring honest endpoints alone");
        Latency alone = run(honest, plan.duration(), () -> {});
        long before = rss(subject);
        progress.accept("and beside hostile ones");
        Latency beside = run(honest, plan.duration(), () -> provoke(subject));
        awaitVisits(hostile);
        LockSupport.parkNanos(AFTERMATH.toNanos());
        long undelivered = honest.loop.call(() -> honest.ledger.underway());
        return new HostileReport(
                hostile.visits(), alone, beside, before, rss(subject), undelivered);
    }

    /** Spreads the hostile events over the measurement. */
    private void provoke(PosthornSubject subject) {
        Thread.ofVirtual()
                .start(() -> {
                    long pause = plan.duration().toNanos() / (plan.events() + 1);
                    for (int i = 0; i < plan.events(); i++) {
                        subject.provokeHostile(i % plan.groups());
                        LockSupport.parkNanos(pause);
                    }
                });
    }

    private void awaitVisits(HostileReceivers hostile) {
        long end = System.nanoTime() + plan.duration().toNanos() * 3;
        while (hostile.visits() < plan.attempts() && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private Latency run(Side honest, Duration duration, Runnable meanwhile) {
        Window window = honest.loop.call(() -> begin(honest, duration));
        meanwhile.run();
        LockSupport.parkNanos(duration.toNanos());
        long end = System.nanoTime() + DRAIN.toNanos();
        while (!isDone(honest) && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return honest.loop.call(window::toReceiver);
    }

    private Window begin(Side honest, Duration duration) {
        long now = System.nanoTime();
        long nowMicros = honest.ledger.micros(now);
        Window window = new Window(nowMicros, nowMicros + duration.toNanos() / 1000);
        honest.ledger.measure(window);
        honest.loop.onTick(honest.publisher);
        honest.publisher.publish(plan.load().pace(), now, duration.toNanos());
        return window;
    }

    private static boolean isDone(Side honest) {
        return honest.loop.call(() -> honest.publisher.isIdle() && honest.ledger.underway() <= 0);
    }

    private static long rss(PosthornSubject subject) {
        return ProcessUse.of(subject.pid()).rssBytes();
    }

    private Publisher publisher(Loop loop, PosthornSubject subject, Ledger ledger) {
        RequestTemplate template =
                new RequestTemplate(
                        "127.0.0.1:" + subject.address().getPort(),
                        subject.token(),
                        1,
                        plan.load().eventBytes(),
                        false);
        Publisher publisher = new Publisher(loop, subject.address(), template, ledger);
        return loop.call(() -> {
            publisher.connect(plan.load().connections());
            return publisher;
        });
    }

    private SubjectSettings settings(Receiver receiver) {
        // All of the heap is resident from the start: what grows is kept elsewhere.
        List<String> heap = List.of("-Xms" + plan.heap(), "-XX:+AlwaysPreTouch");
        return new SubjectSettings(
                plan.folder(),
                receiver.port(),
                plan.load(),
                Receiving.PROMPT,
                new Program(LOOPS, MAX_IN_FLIGHT, 0, plan.heap(), heap, plan.serverSettings()),
                List.of());
    }
}
