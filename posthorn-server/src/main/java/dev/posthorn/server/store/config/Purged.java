package dev.posthorn.server.store.config;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.user.AccountChange;
import dev.posthorn.core.user.AccountChange.SessionChange;
import dev.posthorn.core.user.Session.Holder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Organisations erased a while ago and their endpoints: what others were about to write of them
 * then must not come after. Empty, and so free, unless somebody erased one.
 */
public final class Purged {
    /** Longer than anything is under way that began before: tests make several requests. */
    private static final long KNOWN_MS = 600_000;

    /** Of organisations and endpoints: no two things share a number. */
    private final Set<Long> numbers = new HashSet<>();

    private final List<Erased> fresh = new ArrayList<>();
    private final List<Erased> known = new ArrayList<>();

    private record Erased(List<Long> numbers, long atMs) {}

    /** Those not yet erased in full stay known. */
    public Purged(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT org FROM purge UNION ALL SELECT e.seq FROM endpoint e"
                                        + " WHERE e.org IN (SELECT org FROM purge)")) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
    }

    /** It is being erased from the open transaction on. */
    public void add(Change.Purge purge, long nowMs) {
        List<Long> added = new ArrayList<>();
        added.add(purge.organisation().id().seq());
        purge.endpoints().forEach(endpoint -> added.add(endpoint.seq()));
        fresh.add(new Erased(added, nowMs));
        numbers.addAll(added);
        for (Erased old : List.copyOf(known)) {
            if (nowMs - old.atMs > KNOWN_MS) {
                known.remove(old);
                old.numbers.forEach(numbers::remove);
            }
        }
    }

    public void committed() {
        known.addAll(fresh);
        fresh.clear();
    }

    /** What was added since was rolled back. */
    public void forget() {
        fresh.forEach(one -> one.numbers.forEach(numbers::remove));
        fresh.clear();
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    public boolean covers(long number) {
        return numbers.contains(number);
    }

    public boolean covers(EndpointId endpoint) {
        return numbers.contains(endpoint.seq());
    }

    public boolean covers(@Nullable OrganisationId organisation) {
        return organisation != null && numbers.contains(organisation.seq());
    }

    public boolean coversAny(List<AcceptedEvent> events) {
        return !numbers.isEmpty()
                && events.stream().anyMatch(event -> covers(event.event().organisation()));
    }

    public boolean covers(Change change) {
        return switch (change) {
            case Change.OrganisationChange(var changed) -> covers(changed.id());
            case Change.KeyChange(var changed) -> covers(changed.organisation());
            case Change.EndpointChange(var changed) -> covers(changed.organisation());
            case Change.TaskChange(var changed) -> covers(changed.organisation());
            case Change.TestAttempt test -> covers(test.endpoint().organisation());
            case Change.Audited(var entry) -> covers(entry.organisation());
            case Change.PeopleChange(var changed) -> covers(changed);
            case Change.CancelPending _,
                    Change.Reorder _,
                    Change.Expunge _,
                    Change.OwnProfileChange _,
                    Change.EventTypeChange _,
                    Change.Purge _ ->
                    false;
        };
    }

    private boolean covers(AccountChange change) {
        return switch (change) {
            case AccountChange.UserChange(var user) -> covers(user.organisation());
            case SessionChange(var session) when session.holder() instanceof Holder.OfPortal of ->
                    covers(of.pass().organisation());
            case SessionChange _,
                    AccountChange.UserEnd _,
                    AccountChange.SessionEnd _,
                    AccountChange.LinkChange _,
                    AccountChange.LinkEnd _ ->
                    false;
        };
    }
}
