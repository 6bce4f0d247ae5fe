package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each acceptance of a batch, and writes what is new in it. */
final class Acceptances {
    private static final AcceptOutcome ALL_NEW = new AcceptOutcome.Committed(null);

    private static final AcceptOutcome ERASED =
            new AcceptOutcome.Failed("the organisation was erased meanwhile");

    private final KeyLedger keys;
    private final List<AcceptedEvent> fresh = new ArrayList<>();
    private final List<AcceptOutcome> outcomes = new ArrayList<>();

    private Acceptances(KeyLedger keys) {
        this.keys = keys;
    }

    /**
     * What was written.
     *
     * @param outcomes one per acceptance, in order
     */
    record Written(List<PendingDelivery> made, List<AcceptOutcome> outcomes) {}

    static Written write(Connection connection, List<Acceptance> batch, Erased erased, long nowMs)
            throws SQLException {
        List<AcceptedEvent> all = batch.stream().flatMap(one -> one.events().stream()).toList();
        KeyTable table = new KeyTable(connection);
        KeyLedger keys = table.claim(all, nowMs);
        Acceptances acceptances = new Acceptances(keys);
        for (Acceptance acceptance : batch) {
            acceptances.outcomes.add(
                    erased.coversAny(acceptance.events())
                            ? ERASED
                            : acceptances.decide(acceptance.events(), acceptance.partial()));
        }
        table.settle(keys);
        InsertAccepted.write(connection, acceptances.fresh);
        List<PendingDelivery> made =
                acceptances.fresh.stream().flatMap(one -> one.deliveries().stream()).toList();
        return new Written(made, acceptances.outcomes);
    }

    private AcceptOutcome decide(List<AcceptedEvent> events, boolean partial) {
        @Nullable EventId[] repeats = new @Nullable EventId[events.size()];
        Set<Integer> reused = new TreeSet<>();
        boolean repeated = false;
        for (int i = 0; i < repeats.length; i++) {
            switch (keys.take(events.get(i))) {
                case KeyLedger.Seen.New _ -> {}
                case KeyLedger.Seen.Repeat(EventId first) -> {
                    repeats[i] = first;
                    repeated = true;
                }
                case KeyLedger.Seen.Reused _ -> {
                    if (!partial) {
                        keys.giveBack(events.subList(0, i));
                        return new AcceptOutcome.KeyReused(i);
                    }
                    reused.add(i);
                }
            }
        }
        for (int i = 0; i < repeats.length; i++) {
            if (repeats[i] == null && !reused.contains(i)) {
                fresh.add(events.get(i));
            }
        }
        if (!reused.isEmpty()) {
            return new AcceptOutcome.PartlyCommitted(Arrays.asList(repeats), reused);
        }
        return repeated ? new AcceptOutcome.Committed(Arrays.asList(repeats)) : ALL_NEW;
    }
}
