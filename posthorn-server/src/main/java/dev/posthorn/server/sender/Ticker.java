package dev.posthorn.server.sender;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Does a loop's regular work as long as there is any. Belongs to the loop. */
final class Ticker {
    private static final long OFF = -1;

    private final Vertx vertx;
    private final long everyMillis;
    private final BooleanSupplier step;
    private long timer = OFF;

    /** {@code step} answers whether there will be more to do. */
    Ticker(Vertx vertx, Duration every, BooleanSupplier step) {
        this.vertx = vertx;
        this.everyMillis = every.toMillis();
        this.step = step;
    }

    void wake() {
        if (timer == OFF) {
            timer = vertx.setPeriodic(everyMillis, _ -> tick());
        }
    }

    void stop() {
        if (timer != OFF) {
            vertx.cancelTimer(timer);
            timer = OFF;
        }
    }

    private void tick() {
        if (!step.getAsBoolean()) {
            stop();
        }
    }
}
