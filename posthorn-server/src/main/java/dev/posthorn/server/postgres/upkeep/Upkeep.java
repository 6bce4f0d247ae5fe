package dev.posthorn.server.postgres.upkeep;

import dev.posthorn.core.retention.Retention;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.partition.DropOld;
import dev.posthorn.server.postgres.partition.Partitions;
import dev.posthorn.server.postgres.write.Erased;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does every chore every so often, on a thread of its own; one that fails is done next time. */
public final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Retention is a minute at least. */
    private static final long EVERY_S = 10;

    private final List<Chore> chores;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    public Upkeep(
            Connections connections,
            Partitions partitions,
            Erased erased,
            Retention retention,
            InstantSource clock) {
        this.clock = clock;
        this.chores =
                List.of(
                        partitions::keepAhead,
                        _ -> readErased(connections, erased),
                        new DropOld(connections, retention)::run,
                        new ForgetRows(connections, retention),
                        new Erase(connections));
        this.thread = Thread.ofPlatform().name("posthorn-upkeep").start(this::loop);
    }

    private static void readErased(Connections connections, Erased erased) throws SQLException {
        connections.transaction(connection -> {
            erased.read(connection);
            return erased;
        });
    }

    /** Every chore once, on the caller's thread. */
    public void step() {
        long nowMs = clock.millis();
        for (Chore chore : chores) {
            try {
                chore.run(nowMs);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("a chore of the database was not done", e);
            }
        }
    }

    private void loop() {
        try {
            while (!closing.await(EVERY_S, TimeUnit.SECONDS)) {
                step();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the chore under way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
