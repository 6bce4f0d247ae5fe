package dev.posthorn.server.engine;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpointtest.RetestLine;
import dev.posthorn.core.lane.Alarm;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Has endpoints tested that nobody asks for: one timer over {@link RetestLine}, on the engine's
 * loop. Hears of changes from any thread.
 */
public final class Retests {
    /** Each test is a task to write; more at once would delay what people wait for. */
    static final int MOST_AT_ONCE = 100;

    private static final long PAUSE_MS = 1_000;

    /** Until there is room for tests again, or until the database can be written again. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final RetestLine line = new RetestLine();
    private final Executor loop;
    private final Directory directory;
    private final LongSupplier clockMs;
    private final Alarm alarm;
    private Consumer<EndpointId> test = _ -> {};
    private long notBeforeMs;

    /** {@code alarm}: makes one that runs what it is given on the loop. */
    Retests(
            Executor loop,
            Directory directory,
            LongSupplier clockMs,
            Function<Runnable, Alarm> alarm) {
        this.loop = loop;
        this.directory = directory;
        this.clockMs = clockMs;
        this.alarm = alarm.apply(() -> loop.execute(this::ring));
    }

    public static Retests on(
            Vertx vertx, Engine engine, Directory directory, LongSupplier clockMs) {
        return new Retests(
                engine.mailbox()::post,
                directory,
                clockMs,
                wake -> new LoopAlarm(vertx, clockMs, wake));
    }

    /** {@code starter} begins a test elsewhere and returns at once. */
    public void start(Consumer<EndpointId> starter) {
        loop.execute(() -> {
            test = starter;
            long nowMs = clockMs.getAsLong();
            directory.endpoints().forEach(endpoint -> line.changed(endpoint, nowMs));
            arm();
        });
    }

    public void changed(Endpoint endpoint) {
        loop.execute(() -> {
            line.changed(endpoint, clockMs.getAsLong());
            arm();
        });
    }

    /** Something it depended on was changed during its test. */
    void atOnce(EndpointId endpoint) {
        again(endpoint, Duration.ZERO);
    }

    /** Its test could not be made, or its verdict not be written. */
    void later(EndpointId endpoint) {
        again(endpoint, LATER);
    }

    private void again(EndpointId endpoint, Duration after) {
        loop.execute(() -> {
            line.again(endpoint, clockMs.getAsLong() + after.toMillis());
            arm();
        });
    }

    private void ring() {
        long nowMs = clockMs.getAsLong();
        var due = line.due(nowMs, MOST_AT_ONCE, directory::endpoint);
        due.forEach(test);
        notBeforeMs = due.size() < MOST_AT_ONCE ? 0 : nowMs + PAUSE_MS;
        arm();
    }

    private void arm() {
        OptionalLong nextMs = line.nextMs();
        if (nextMs.isPresent()) {
            alarm.set(Math.max(nextMs.getAsLong(), notBeforeMs));
        }
    }
}
