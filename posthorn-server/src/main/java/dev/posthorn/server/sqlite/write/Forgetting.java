package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.retention.Retention;
import dev.posthorn.server.sqlite.write.LateIndex.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is removed by age or size, as one chore: a slice of one kind at a time, so that
 * the writer is held up by one of them at most. Whoever is due takes its turn.
 */
final class Forgetting implements Chore {
    private final ForgetEvents events;
    private final ForgetDetails details;
    private final List<Chore> turns = new ArrayList<>();
    private Chore current;

    Forgetting(Connection connection, Retention retention) throws SQLException {
        SpaceGauge space = new SpaceGauge(connection);
        List<PruneIndex> indexes =
                List.of(
                        new PruneIndex(connection, Names.ORGANISATION_EVENT),
                        new PruneIndex(connection, Names.ENDPOINT_DELIVERY));
        events = new ForgetEvents(connection, retention, space, indexes);
        details = new ForgetDetails(connection, retention.attempts());
        if (!retention.equals(Retention.FOREVER)) {
            addTurns(connection, retention, indexes, space);
        }
        current = events;
    }

    private void addTurns(
            Connection connection, Retention retention, List<PruneIndex> indexes, SpaceGauge space)
            throws SQLException {
        turns.add(events);
        if (retention.attempts().compareTo(retention.events()) < 0) {
            turns.add(details);
        }
        turns.addAll(indexes);
        turns.add(new ForgetOld(connection, "attempt", "1", retention.attempts()));
        turns.add(new ForgetOld(connection, "task", "state >= 2", retention.events()));
        turns.add(new ForgetOld(connection, "audit", "1", Retention.AUDIT_TRAIL));
        turns.add(new GiveSpaceBack(connection, space));
    }

    /** {@code rows} events and deliveries are durable. */
    void owe(int rows) {
        events.owe(rows);
        details.owe(rows);
    }

    @Override
    public long dueInMs(long nowMs) {
        long first = NEVER;
        for (Chore chore : turns) {
            first = Math.min(first, chore.dueInMs(nowMs));
        }
        return first;
    }

    @Override
    public void slice(long nowMs) throws SQLException {
        int after = turns.indexOf(current) + 1;
        for (int i = 0; i < turns.size(); i++) {
            Chore chore = turns.get((after + i) % turns.size());
            if (chore.dueInMs(nowMs) <= 0) {
                current = chore;
                chore.slice(nowMs);
                return;
            }
        }
    }

    @Override
    public String name() {
        return current.name();
    }

    @Override
    public void committed() {
        current.committed();
    }

    @Override
    public void rolledBack() {
        current.rolledBack();
    }
}
