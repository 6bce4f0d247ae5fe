package dev.posthorn.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;

/** The event loops: one for the engine, the others for requests. */
final class Loops {
    /** The engine's own beside one that serves. */
    private static final int COUNT = 2;

    private Loops() {}

    static Vertx start() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(COUNT).setPreferNativeTransport(true));
    }

    /** A context of its own loop, that does not depend on which thread asks. */
    static Context context(Vertx vertx) {
        return ((VertxInternal) vertx).createEventLoopContext();
    }
}
