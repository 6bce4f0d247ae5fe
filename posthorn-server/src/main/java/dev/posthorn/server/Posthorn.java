package dev.posthorn.server;

import dev.posthorn.server.dns.NettyLookup;
import dev.posthorn.server.settings.Settings;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A running node: the composition root. Reads as the architecture does: storage, what is
 * configured, delivering, serving; ends in the opposite order. Never exits the JVM or reads the
 * environment.
 */
public final class Posthorn implements AutoCloseable {
    private final Path dataFolder;
    private final Storage storage;
    private final Vertx vertx;
    private final Delivering delivering;
    private final Watching watching;
    private final Serving serving;

    private Posthorn(
            Path dataFolder,
            Storage storage,
            Vertx vertx,
            Delivering delivering,
            Watching watching,
            Serving serving) {
        this.dataFolder = dataFolder;
        this.storage = storage;
        this.vertx = vertx;
        this.delivering = delivering;
        this.watching = watching;
        this.serving = serving;
    }

    /**
     * Starts and returns when requests are answered. {@link #close} drains and ends it.
     *
     * @throws RuntimeException saying what is wrong and with which setting; nothing is left running
     */
    public static Posthorn start(Settings settings) {
        return start(settings, NettyLookup::new);
    }

    /** {@code names}: how names of receivers are looked up; tests bring name servers of theirs. */
    static Posthorn start(Settings settings, BiFunction<Vertx, Context, NettyLookup> names) {
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        Unwinding started = new Unwinding();
        try {
            Storage storage = started.with(Storage.open(settings, random, clock));
            Vertx vertx = started.with(Loops.start(), vertxes -> vertxes.close().await());
            Delivering delivering =
                    started.with(new Delivering(vertx, names, settings, storage, random, clock));
            Watching watching = started.with(new Watching(vertx, settings, storage, clock));
            Serving serving =
                    started.with(
                            new Serving(
                                    vertx,
                                    settings,
                                    storage,
                                    delivering,
                                    watching.node(),
                                    random,
                                    clock));
            delivering.begin();
            watching.node().started();
            return new Posthorn(
                    settings.dataFolder(), storage, vertx, delivering, watching, serving);
        } catch (RuntimeException e) {
            started.unwind(e);
            throw e;
        }
    }

    /** The port the API listens on. */
    public int port() {
        return serving.port();
    }

    /** Token of the operator. */
    public String adminToken() {
        return storage.adminToken();
    }

    /**
     * Path of a one-time link that makes the first user of the dashboard; empty when there is one.
     * Each call makes another link and ends the one before.
     */
    public Optional<String> firstLink() {
        return serving.firstLink();
    }

    public Path dataFolder() {
        return dataFolder;
    }

    /**
     * Takes no more events and says so at {@code /readyz}, lets what is under way end, writes it,
     * and lets go of the data.
     */
    @Override
    public void close() {
        watching.node().draining();
        delivering.drain();
        serving.close();
        watching.close();
        delivering.close();
        vertx.close().await();
        storage.close();
    }
}
