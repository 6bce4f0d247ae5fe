package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.write.LateIndex.Names;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.config.ReplayRows;
import dev.posthorn.server.store.config.SaveConfiguration;
import dev.posthorn.server.store.config.SaveObserved;
import dev.posthorn.server.store.config.SaveTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Everything prepared on the writer's connection, for the life of that connection. */
public final class Statements {
    private final Transaction transaction;
    private final SaveConfiguration configuration;
    private final SaveObserved observed;
    private final SettleDeliveries settle;
    private final WriteAcceptances accept;
    private final LaneCommands laneCommands;
    private final CarryOutCommands commands;
    private final CancelRows cancels;
    private final Purges purges;
    private final ReplayRows replays;
    private final ForgetKeys forgetKeys;
    private final Forgetting forgetting;
    private final Chores chores;

    public Statements(Connection connection, SecretBox box, Sequence sequence, Retention retention)
            throws SQLException {
        transaction = new Transaction(connection);
        LateIndex events = new LateIndex(connection, Names.ORGANISATION_EVENT);
        LateIndex deliveries = new LateIndex(connection, Names.ENDPOINT_DELIVERY);
        laneCommands = new LaneCommands(connection);
        Purged purged = new Purged(connection);
        purges = new Purges(connection, purged, List.of(events, deliveries));
        configuration = new SaveConfiguration(connection, box, purges::write, purged, sequence);
        cancels = new CancelRows(connection);
        commands = new CarryOutCommands(connection, sequence, deliveries, cancels, purged);
        replays = new ReplayRows(connection, new SaveTasks(connection, box), purged);
        observed = new SaveObserved(connection, purged);
        settle = new SettleDeliveries(connection, sequence, retention.bodies());
        accept = new WriteAcceptances(connection, events, deliveries, purged);
        forgetKeys = new ForgetKeys(connection);
        forgetting = new Forgetting(connection, retention);
        chores =
                new Chores(
                        transaction,
                        List.of(laneCommands, events, deliveries, forgetKeys, purges, forgetting));
    }

    Transaction transaction() {
        return transaction;
    }

    SaveConfiguration configuration() {
        return configuration;
    }

    SaveObserved observed() {
        return observed;
    }

    SettleDeliveries settle() {
        return settle;
    }

    WriteAcceptances accept() {
        return accept;
    }

    LaneCommands laneCommands() {
        return laneCommands;
    }

    CarryOutCommands commands() {
        return commands;
    }

    ReplayRows replays() {
        return replays;
    }

    CancelRows cancels() {
        return cancels;
    }

    Purges purges() {
        return purges;
    }

    Chores chores() {
        return chores;
    }

    /** {@code keys} new idempotency keys and {@code rows} events and deliveries are durable. */
    void owe(int keys, int rows) {
        forgetKeys.owe(keys);
        forgetting.owe(rows);
    }

    /** Ends the transaction without a trace of what was added to it. */
    void rollback() {
        transaction.rollback();
        try {
            settle.forget();
            accept.forget();
            cancels.forget();
            purges.forget();
        } catch (SQLException e) {
            throw new IllegalStateException("a batch could not be cleared", e);
        }
    }
}
