package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.connect.Failure;
import dev.posthorn.server.postgres.partition.Partitions;
import dev.posthorn.server.store.commit.Answers;
import dev.posthorn.server.store.commit.Next;
import dev.posthorn.server.store.commit.WriterLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit of one writer, one step at a time: takes what waits, writes it as one transaction,
 * then tells everyone. What cannot be written by its own fault is found by halving the batch, so
 * its neighbours are written. While the database is away acceptances are answered so at once, and
 * settlements stay and are tried again by themselves. For one thread.
 */
final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private static final long FIRST_PAUSE_MS = 10;
    private static final long LONGEST_PAUSE_MS = 1_000;
    private static final long LONGEST_SLEEP_MS = 60_000;
    private static final long WARN_EVERY_MS = 10_000;

    private static final Acceptances.Written NOTHING =
            new Acceptances.Written(List.of(), List.of());

    private final Intake intake;
    private final Tray tray;
    private final Connections connections;
    private final Partitions partitions;
    private final Settlements settlements;
    private final CancelRows cancels;
    private final Erased erased;
    private final CommitListener listener;
    private final InstantSource clock;
    private final WriterLimits limits;
    private List<Settlement> kept = List.of();
    private long pauseMs;
    private long warnedMs;
    private volatile boolean settleFirst;

    Committer(Intake intake, Tray tray, WriterParts parts) {
        this.intake = intake;
        this.tray = tray;
        this.connections = parts.connections();
        this.partitions = parts.partitions();
        this.settlements = new Settlements(parts.sequence(), parts.bodies());
        this.cancels = parts.cancels();
        this.erased = parts.erased();
        this.listener = parts.listener();
        this.clock = parts.clock();
        this.limits = parts.limits();
    }

    /** Whether the last commit was made. */
    boolean isWriting() {
        return !settleFirst;
    }

    Next step() {
        if (tray.isEmpty() && kept.isEmpty()) {
            return new Next.WhenWoken(LONGEST_SLEEP_MS);
        }
        long nowMs = clock.millis();
        Batch batch =
                settleFirst
                        ? Batch.withoutAcceptances(tray, kept)
                        : Batch.take(intake, tray, kept, limits);
        kept = List.of();
        if (!commit(batch, nowMs)) {
            settleFirst = true;
            pauseMs = Math.clamp(2 * pauseMs, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
            return new Next.After(pauseMs);
        }
        settleFirst = false;
        pauseMs = 0;
        return Next.AT_ONCE;
    }

    /** Whether the database could be written. */
    private boolean commit(Batch batch, long nowMs) {
        Acceptances.Written written;
        try {
            written = write(batch, nowMs);
        } catch (SQLException | RuntimeException e) {
            return recover(batch, nowMs, e);
        }
        tell(batch, written);
        return true;
    }

    private Acceptances.Written write(Batch batch, long nowMs) throws SQLException {
        if (!partitions.cover(nowMs)) {
            partitions.make(nowMs, nowMs);
        }
        return connections.transaction(connection -> write(connection, batch, nowMs));
    }

    private Acceptances.Written write(Connection connection, Batch batch, long nowMs)
            throws SQLException {
        if (!batch.settlements().isEmpty()) {
            settlements.write(connection, batch.settlements(), nowMs);
            cancels.settled(connection, batch.settlements());
        }
        return batch.acceptances().isEmpty()
                ? NOTHING
                : Acceptances.write(connection, batch.acceptances(), erased, nowMs);
    }

    private boolean recover(Batch batch, long nowMs, Exception cause) {
        if (Failure.isOfDatabase(cause)) {
            unwritable(batch, nowMs, cause);
            return false;
        }
        if (batch.size() > 1) {
            boolean written = true;
            for (Batch half : batch.split()) {
                written &= commit(half, nowMs);
            }
            return written;
        }
        LOG.error("dropped what cannot be written: {}", batch, cause);
        batch.fail(cause);
        hear(List.of(), batch.settlements());
        return true;
    }

    /** Nobody is left waiting for better times: publishers can try again, settlements do. */
    private void unwritable(Batch batch, long nowMs, Exception cause) {
        if (nowMs - warnedMs >= WARN_EVERY_MS) {
            warnedMs = nowMs;
            LOG.warn("cannot write the database: publishers are refused, settlements wait", cause);
        }
        List<Settlement> all = new ArrayList<>(kept);
        all.addAll(batch.settlements());
        kept = all;
        batch.fail(cause);
        for (Acceptance next = intake.nextAcceptance();
                next != null;
                next = intake.nextAcceptance()) {
            Answers.give(next, Answers.notStored(cause));
        }
    }

    private void tell(Batch batch, Acceptances.Written written) {
        cancels.committed(batch.settlements());
        hear(written.made(), batch.settlements());
        List<AcceptOutcome> outcomes = written.outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            Answers.give(batch.acceptances().get(i), outcomes.get(i));
        }
    }

    private void hear(List<PendingDelivery> made, List<Settlement> settled) {
        if (made.isEmpty() && settled.isEmpty()) {
            return;
        }
        try {
            listener.committed(made, settled);
        } catch (RuntimeException e) {
            LOG.error("the commit listener failed", e);
        }
    }
}
