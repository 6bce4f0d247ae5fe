package dev.posthorn.server.engine;

import dev.posthorn.core.lane.Alarm;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/** One timer on the engine's loop; setting it again moves it. */
final class LoopAlarm implements Alarm {
    private static final long NONE = -1;

    private final Vertx vertx;
    private final LongSupplier clockMs;
    private final Runnable wake;
    private long timer = NONE;

    LoopAlarm(Vertx vertx, LongSupplier clockMs, Runnable wake) {
        this.vertx = vertx;
        this.clockMs = clockMs;
        this.wake = wake;
    }

    @Override
    public void set(long atMs) {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
        }
        long waitMs = Math.max(1, atMs - clockMs.getAsLong());
        timer = vertx.setTimer(waitMs, _ -> ring());
    }

    private void ring() {
        timer = NONE;
        wake.run();
    }
}
