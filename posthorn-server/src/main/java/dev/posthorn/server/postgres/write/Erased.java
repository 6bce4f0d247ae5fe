package dev.posthorn.server.postgres.write;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptedEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Organisations that are being erased or were not long ago, as this node last read it: what was
 * accepted of them just before must not be written after. For any thread.
 */
public final class Erased {
    private volatile Set<Long> organisations = Set.of();

    public void read(Connection connection) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT org FROM purge")) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        organisations = found;
    }

    boolean coversAny(List<AcceptedEvent> events) {
        return !organisations.isEmpty()
                && events.stream().anyMatch(event -> covers(event.event().organisation()));
    }

    private boolean covers(OrganisationId organisation) {
        return organisations.contains(organisation.seq());
    }
}
