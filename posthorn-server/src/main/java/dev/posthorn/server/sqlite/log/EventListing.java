package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.row.EntityColumn;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Events, by their own key or by their organisation's index. */
final class EventListing implements Listing {
    private final ReadConnection connection;
    private final EventFilter filter;
    private final List<Sql> conditions = new ArrayList<>();

    EventListing(ReadConnection connection, EventFilter filter) {
        this.connection = connection;
        this.filter = filter;
        if (filter.type() != null) {
            conditions.add(TypeConditions.isOfType(filter.type()));
        }
        if (filter.action() != null) {
            conditions.add(TypeConditions.hasAction(filter.action()));
        }
        if (filter.entityId() != null) {
            conditions.add(Sql.of("e.entity IS ?", EntityColumn.encode(filter.entityId())));
        }
        if (filter.state() != null) {
            conditions.add(Sql.of(isIn(filter.state())));
        }
    }

    private static String isIn(EventSummary.State state) {
        return switch (state) {
            case PENDING -> EventRows.hasDeliveryIn("= 0");
            case FAILED ->
                    "NOT "
                            + EventRows.hasDeliveryIn("= 0")
                            + " AND "
                            + EventRows.hasDeliveryIn("= 2");
            case DELIVERED -> "NOT " + EventRows.hasDeliveryIn("IN (0, 2)");
        };
    }

    @Override
    public Keys keys(KeyRange range) throws SQLException {
        OrganisationId owner = filter.organisation();
        if (owner == null) {
            return new Keys().add(Sql.of("SELECT seq AS key FROM event WHERE 1"), "seq", range);
        }
        LateIndex index = LateIndex.organisationEvent(connection);
        return new Keys()
                .add(
                        Sql.of(
                                "SELECT event AS key FROM organisation_event WHERE org = ?",
                                owner.seq()),
                        "event",
                        index.indexed(range))
                .add(
                        Sql.of("SELECT seq AS key FROM event WHERE org = ?", owner.seq()),
                        "seq",
                        index.notYet(range));
    }

    @Override
    public String joins() {
        return conditions.isEmpty() ? "" : "LEFT JOIN event e ON e.seq = k.key";
    }

    @Override
    public Sql id() {
        return Listing.where(conditions, "k.key");
    }
}
