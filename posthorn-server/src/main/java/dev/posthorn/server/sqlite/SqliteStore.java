package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.replay.ReplayStore;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.store.CommitListener;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.DeliveryCommands;
import dev.posthorn.core.store.Journal;
import dev.posthorn.core.store.KeyUseStore;
import dev.posthorn.core.user.AccountStore;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import dev.posthorn.server.sqlite.log.SqliteReaders;
import dev.posthorn.server.sqlite.statistics.SqliteStatisticsStore;
import dev.posthorn.server.sqlite.write.Checkpointer;
import dev.posthorn.server.sqlite.write.Committer;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.sqlite.write.Statements;
import dev.posthorn.server.sqlite.write.WalGauge;
import dev.posthorn.server.sqlite.write.Writer;
import dev.posthorn.server.store.StoreException;
import dev.posthorn.server.store.commit.WriterLimits;
import dev.posthorn.server.store.refill.StoredBacklog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * The embedded store: opens the database, runs its writer, checkpoint and backlog threads, and ends
 * them. May be killed at any time: what was told to be durable is there at the next start.
 */
public final class SqliteStore implements AutoCloseable {
    private static final CommitListener NOBODY = (_, _) -> {};

    private final Database database;
    private final Connection connection;
    private final Inbox inbox;
    private final SecretBox box;
    private final Sequence sequence;
    private final Checkpointer checkpointer;
    private final Committer committer;
    private final StoredBacklog backlog;
    private final Thread writer;
    private final Thread copier;
    private volatile CommitListener listener = NOBODY;

    private SqliteStore(
            Database database,
            SecretBox box,
            InstantSource clock,
            WriterLimits limits,
            Retention retention)
            throws SQLException {
        this.database = database;
        this.box = box;
        connection = database.openWriter();
        sequence = new Sequence(GreatestSeq.read(connection));
        inbox = new Inbox(limits, clock);
        checkpointer = new Checkpointer(database.openCheckpointer(), new WalGauge(connection));
        backlog = new StoredBacklog(new SqlitePending(database.openReader()));
        committer =
                new Committer(
                        inbox,
                        new Statements(connection, box, sequence, retention),
                        checkpointer,
                        new Listening(),
                        clock,
                        limits);
        writer = Thread.ofPlatform().name("posthorn-writer").start(new Writer(committer, inbox));
        copier = Thread.ofPlatform().name("posthorn-checkpoint").start(checkpointer);
    }

    /**
     * Brings the schema up to date and starts; forgets nothing. The folder stays claimed by the
     * caller.
     *
     * @param box opens the secrets in it
     * @throws StoreException when the database cannot be used
     */
    public static SqliteStore open(DataFolder folder, SecretBox box, InstantSource clock) {
        return open(folder, box, clock, Retention.FOREVER);
    }

    /** {@code retention}: what is forgotten, beside everything else. */
    public static SqliteStore open(
            DataFolder folder, SecretBox box, InstantSource clock, Retention retention) {
        return open(folder, box, clock, WriterLimits.DEFAULTS, retention);
    }

    /** With limits of its own, for tests; forgets nothing. */
    public static SqliteStore open(
            DataFolder folder, SecretBox box, InstantSource clock, WriterLimits limits) {
        return open(folder, box, clock, limits, Retention.FOREVER);
    }

    private static SqliteStore open(
            DataFolder folder,
            SecretBox box,
            InstantSource clock,
            WriterLimits limits,
            Retention retention) {
        Database database = new Database(folder.database());
        Migrations.run(database);
        try {
            return new SqliteStore(database, box, clock, limits, retention);
        } catch (SQLException e) {
            throw new StoreException("cannot open " + folder.database(), e);
        }
    }

    /** Who hears of commits; to be set before the first acceptance. */
    public void listen(CommitListener to) {
        listener = to;
    }

    /** Passes on to whoever listens at the time. */
    private final class Listening implements CommitListener {
        @Override
        public void committed(List<PendingDelivery> made, List<Settlement> settled) {
            listener.committed(made, settled);
        }

        @Override
        public void asked(List<CommandAnswer> answers) {
            listener.asked(answers);
        }
    }

    public ReplayStore replays() {
        return new SqliteReplayStore(database, inbox, box);
    }

    public DeliveryCommands commands() {
        return new SqliteDeliveryCommands(database, inbox);
    }

    public Journal journal() {
        return new SqliteJournal(inbox);
    }

    public ConfigStore configuration() {
        return new SqliteConfigStore(database, inbox, box);
    }

    /** Users, sessions and one-time links. */
    public AccountStore accounts() {
        return new SqliteAccountStore(database, configuration());
    }

    public KeyUseStore keyUses() {
        return new SqliteKeyUseStore(database, inbox);
    }

    public HealthStore healths() {
        return new SqliteHealthStore(database, inbox);
    }

    /** {@code readers} answer for it. */
    public StatisticsStore statistics(SqliteReaders readers) {
        return new SqliteStatisticsStore(inbox, readers);
    }

    public StoredBacklog backlog() {
        return backlog;
    }

    /** Where all numbers come from; starts above everything stored. */
    public Sequence sequence() {
        return sequence;
    }

    /** On a connection of its own, to be closed by whoever asks. */
    public SqliteLeaseTable openLeases(InstantSource clock) {
        try {
            return new SqliteLeaseTable(database.openLeases(), clock);
        } catch (SQLException e) {
            throw new StoreException("the leases cannot be read", e);
        }
    }

    /** For readers with connections of their own. */
    public Database database() {
        return database;
    }

    /** Whether commits are made at present: not while the disk is full or the database away. */
    public boolean isWriting() {
        return writer.isAlive() && committer.isWriting();
    }

    /** Writes what waits, answers who waits, copies the log into the database. */
    @Override
    public void close() {
        inbox.close();
        try {
            writer.join();
            checkpointer.stop();
            copier.join();
            backlog.close();
            checkpointer.finish();
            connection.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new StoreException("the database was not closed cleanly", e);
        }
    }
}
