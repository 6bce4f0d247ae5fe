package dev.posthorn.server.postgres;

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
import dev.posthorn.server.postgres.command.CommandParts;
import dev.posthorn.server.postgres.command.LaneWork;
import dev.posthorn.server.postgres.command.PostgresDeliveryCommands;
import dev.posthorn.server.postgres.command.PostgresReplayStore;
import dev.posthorn.server.postgres.config.PostgresAccountStore;
import dev.posthorn.server.postgres.config.PostgresConfigStore;
import dev.posthorn.server.postgres.config.PostgresHealthStore;
import dev.posthorn.server.postgres.config.PostgresKeyUseStore;
import dev.posthorn.server.postgres.config.PostgresStatisticsStore;
import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.connect.DatabaseAddress;
import dev.posthorn.server.postgres.connect.Failure;
import dev.posthorn.server.postgres.lease.PostgresLeaseTable;
import dev.posthorn.server.postgres.partition.Partitions;
import dev.posthorn.server.postgres.upkeep.Upkeep;
import dev.posthorn.server.postgres.write.CancelRows;
import dev.posthorn.server.postgres.write.Erased;
import dev.posthorn.server.postgres.write.Intake;
import dev.posthorn.server.postgres.write.WriterParts;
import dev.posthorn.server.postgres.write.Writers;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.store.commit.WriterLimits;
import dev.posthorn.server.store.refill.StoredBacklog;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * The store of many nodes: opens its connections, runs writers and backlog, and ends them. May be
 * killed at any time: what was told to be durable is there at the next start.
 */
public final class PostgresStore implements AutoCloseable {
    private static final CommitListener NOBODY = (_, _) -> {};

    /** One keeps a core of the database busy; a second one writes while it waits for the flush. */
    private static final int WRITERS = 2;

    /** The writers', the backlog's, and one for what the maintenance does. */
    private static final int ENGINE_CONNECTIONS = WRITERS + 2;

    /** For everyone else: with statements of a millisecond, thousands a second. */
    private static final int API_CONNECTIONS = 4;

    private final Connections engine;
    private final Connections api;
    private final SecretBox box;
    private final InstantSource clock;
    private final Sequence sequence;
    private final CancelRows cancels = new CancelRows();
    private final Erased erased = new Erased();
    private final Intake intake;
    private final Writers writers;
    private final StoredBacklog backlog;
    private final Upkeep upkeep;
    private final Listening listening = new Listening();

    private PostgresStore(
            DatabaseAddress address,
            SecretBox box,
            InstantSource clock,
            WriterLimits limits,
            Retention retention)
            throws SQLException {
        this.box = box;
        this.clock = clock;
        engine = new Connections(address, "posthorn-engine", ENGINE_CONNECTIONS);
        api = new Connections(address, "posthorn-api", API_CONNECTIONS);
        Partitions partitions = new Partitions(engine, retention.events());
        sequence = new Sequence(engine.transaction(GreatestSeq::read));
        partitions.make(clock.millis(), clock.millis());
        intake = new Intake(WRITERS, limits, clock);
        backlog = new StoredBacklog(new PostgresPending(engine));
        LaneWork lanes = new LaneWork(engine);
        lanes.left().forEach(lanes::carryOut);
        upkeep = new Upkeep(engine, partitions, erased, retention, clock);
        writers =
                new Writers(
                        intake,
                        new WriterParts(
                                engine,
                                partitions,
                                sequence,
                                cancels,
                                erased,
                                retention.bodies(),
                                listening,
                                clock,
                                limits));
    }

    /**
     * Starts on a schema that is up to date.
     *
     * @param box opens the secrets in it
     * @throws RuntimeException when the database cannot be used
     */
    public static PostgresStore open(
            DatabaseAddress address, SecretBox box, InstantSource clock, Retention retention) {
        try {
            return new PostgresStore(address, box, clock, WriterLimits.DEFAULTS, retention);
        } catch (SQLException e) {
            throw Failure.thrown("cannot open " + address, e);
        }
    }

    /** Who hears of commits; to be set before the first acceptance. */
    public void listen(CommitListener to) {
        listening.to = to;
    }

    /** Passes on to whoever listens at the time, one commit after another. */
    private static final class Listening implements CommitListener {
        private volatile CommitListener to = NOBODY;

        @Override
        public synchronized void committed(List<PendingDelivery> made, List<Settlement> settled) {
            to.committed(made, settled);
        }

        @Override
        public synchronized void asked(List<CommandAnswer> answers) {
            to.asked(answers);
        }
    }

    private CommandParts commandParts() {
        return new CommandParts(api, sequence, cancels, listening, clock);
    }

    public ReplayStore replays() {
        return new PostgresReplayStore(commandParts(), box);
    }

    public DeliveryCommands commands() {
        return new PostgresDeliveryCommands(commandParts());
    }

    public Journal journal() {
        return intake;
    }

    public ConfigStore configuration() {
        return new PostgresConfigStore(api, box, sequence, erased, clock);
    }

    /** Users, sessions and one-time links. */
    public AccountStore accounts() {
        return new PostgresAccountStore(api, configuration());
    }

    public KeyUseStore keyUses() {
        return new PostgresKeyUseStore(api);
    }

    public HealthStore healths() {
        return new PostgresHealthStore(api);
    }

    public StatisticsStore statistics() {
        return new PostgresStatisticsStore(api);
    }

    /** Asks over connections of the API's. */
    public PostgresLeaseTable leases() {
        return new PostgresLeaseTable(api);
    }

    public StoredBacklog backlog() {
        return backlog;
    }

    /** Where all numbers come from; starts above everything stored. */
    public Sequence sequence() {
        return sequence;
    }

    /** What is done now and then; may be done at any time. */
    public Upkeep upkeep() {
        return upkeep;
    }

    /** Whether commits are made at present: not while the database is away. */
    public boolean isWriting() {
        return writers.areWriting();
    }

    /** Writes what waits, answers who waits, gives the connections back. */
    @Override
    public void close() {
        writers.close();
        upkeep.close();
        try {
            backlog.close();
        } catch (SQLException e) {
            throw Failure.thrown("the database was not closed cleanly", e);
        } finally {
            engine.close();
            api.close();
        }
    }
}
