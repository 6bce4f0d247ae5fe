package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.server.store.commit.Answers;
import dev.posthorn.server.store.commit.Next;
import dev.posthorn.server.store.commit.WriterLimits;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit, one step at a time: takes what waits, writes and flushes it as one transaction,
 * then tells everyone. What cannot be written by its own fault is found by halving the batch, so
 * its neighbours are written. When the database itself fails, acceptances are answered so, and
 * settlements stay and are tried again by themselves, since they may still fit. For one thread.
 */
public final class Committer {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private static final long FIRST_PAUSE_MS = 10;
    private static final long LONGEST_PAUSE_MS = 1_000;
    private static final long LONGEST_SLEEP_MS = 60_000;
    private static final long WARN_EVERY_MS = 10_000;

    private final Inbox inbox;
    private final Statements statements;
    private final Checkpointer checkpointer;
    private final CommitListener listener;
    private final InstantSource clock;
    private final WriterLimits limits;
    private List<Settlement> kept = new ArrayList<>();
    private long pauseMs;
    private volatile boolean settleFirst;
    private long warnedMs;

    public Committer(
            Inbox inbox,
            Statements statements,
            Checkpointer checkpointer,
            CommitListener listener,
            InstantSource clock,
            WriterLimits limits) {
        this.inbox = inbox;
        this.statements = statements;
        this.checkpointer = checkpointer;
        this.listener = listener;
        this.clock = clock;
        this.limits = limits;
    }

    /** Whether the last commit was made. */
    public boolean isWriting() {
        return !settleFirst;
    }

    Next step() {
        long nowMs = clock.millis();
        if (inbox.isEmpty() && kept.isEmpty()) {
            return rest(nowMs);
        }
        Batch batch = settleFirst ? Batch.withoutAcceptances(inbox, kept) : Batch.take(inbox, kept);
        kept = new ArrayList<>();
        if (!commit(batch, nowMs)) {
            settleFirst = true;
            pauseMs = Math.clamp(2 * pauseMs, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
            return new Next.After(pauseMs);
        }
        if (settleFirst) {
            settleFirst = false;
            return Next.AT_ONCE;
        }
        pauseMs = 0;
        statements.chores().step(clock);
        checkpointer.afterCommit();
        return Next.AT_ONCE;
    }

    private Next rest(long nowMs) {
        long dueInMs = statements.chores().dueInMs(nowMs);
        if (dueInMs > 0 || inbox.isClosing()) {
            return new Next.WhenWoken(Math.min(dueInMs, LONGEST_SLEEP_MS));
        }
        statements.chores().step(clock);
        checkpointer.afterCommit();
        return Next.AT_ONCE;
    }

    /** Whether the database could be written. */
    private boolean commit(Batch batch, long nowMs) {
        try {
            write(batch, nowMs);
        } catch (SQLException | RuntimeException e) {
            return recover(batch, nowMs, e);
        }
        tell(batch, nowMs);
        return true;
    }

    private void write(Batch batch, long nowMs) throws SQLException {
        statements.transaction().begin();
        for (Work work : batch.configuration()) {
            work.write(statements, nowMs);
        }
        if (!batch.settlements().isEmpty()) {
            statements.settle().write(batch.settlements(), nowMs);
            statements.cancels().settled(batch.settlements());
        }
        writeAcceptances(batch, nowMs);
        statements.transaction().commit();
    }

    /** What has been taken is written whatever it costs; only taking more depends on room. */
    private void writeAcceptances(Batch batch, long nowMs) throws SQLException {
        WriteAcceptances accept = statements.accept();
        long startedMs = clock.millis();
        long bytes = 0;
        for (int i = 0; ; i++) {
            boolean room = i == 0 || hasRoom(accept.rows(), bytes, startedMs);
            if (i >= batch.acceptances().size() && !(room && batch.takeAcceptance())) {
                break;
            }
            Acceptance next = batch.acceptances().get(i);
            accept.add(next, nowMs);
            bytes += next.bytes();
        }
        accept.flush();
    }

    private boolean hasRoom(int rows, long bytes, long startedMs) {
        return rows < limits.commitRows()
                && bytes < limits.commitBytes()
                && clock.millis() - startedMs < limits.commitMs();
    }

    private boolean recover(Batch batch, long nowMs, Exception cause) {
        statements.rollback();
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
        if (batch.configuration().isEmpty()) {
            LOG.error("dropped what cannot be written: {}", batch, cause);
        }
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
        kept.addAll(batch.settlements());
        batch.fail(cause);
        for (Acceptance next = inbox.nextAcceptance();
                next != null;
                next = inbox.nextAcceptance()) {
            Answers.give(next, Answers.notStored(cause));
        }
    }

    private void tell(Batch batch, long nowMs) {
        WriteAcceptances accept = statements.accept();
        List<PendingDelivery> made = accept.made();
        List<AcceptOutcome> outcomes = accept.outcomes();
        statements.owe(accept.newKeys(), accept.rows());
        accept.committed(nowMs);
        statements.cancels().committed();
        statements.purges().begin();
        hearOf(batch.configuration());
        hear(made, batch.settlements());
        for (Work work : batch.configuration()) {
            work.written(statements);
        }
        for (int i = 0; i < outcomes.size(); i++) {
            Answers.give(batch.acceptances().get(i), outcomes.get(i));
        }
    }

    /** Commands were written ahead of what lanes hear of next. */
    private void hearOf(List<Work> works) {
        List<CommandAnswer> news = works.stream().flatMap(work -> work.news().stream()).toList();
        if (!news.isEmpty()) {
            tellListener(() -> listener.asked(news));
        }
    }

    private void hear(List<PendingDelivery> made, List<Settlement> settled) {
        if (made.isEmpty() && settled.isEmpty()) {
            return;
        }
        tellListener(() -> listener.committed(made, settled));
    }

    private static void tellListener(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("the commit listener failed", e);
        }
    }
}
