package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Deliveries of an event, an endpoint, an organisation or everyone. */
final class DeliveryListing implements Listing {
    private final ReadConnection connection;
    private final Scope scope;
    private final DeliveryFilter filter;
    private final List<Sql> conditions = new ArrayList<>();

    DeliveryListing(ReadConnection connection, DeliveryFilter filter) throws SQLException {
        this.connection = connection;
        this.filter = filter;
        this.scope = Scope.of(connection, filter.organisation(), filter.endpoint());
        if (filter.state() != null) {
            conditions.add(Sql.of("d.state = " + Codes.of(filter.state())));
        }
        if (filter.event() != null || scope instanceof Scope.Many) {
            conditions.add(scope.contains("d.endpoint"));
        }
        if (filter.type() != null) {
            conditions.add(TypeConditions.isOfType(filter.type()));
        }
    }

    @Override
    public Keys keys(KeyRange range) throws SQLException {
        EventId event = filter.event();
        return event == null
                ? new DeliveryKeys(connection, scope).in(filter.state(), range)
                : ofEvent(event.seq(), range);
    }

    /** They have the numbers after their event's, see the schema; late ones do not. */
    private Keys ofEvent(long event, KeyRange range) throws SQLException {
        long deliveries =
                Sql.of("SELECT deliveries FROM event WHERE seq = ?", event).number(connection);
        return new Keys()
                .add(
                        Sql.of("SELECT seq AS key FROM delivery WHERE event = ?", event),
                        "seq",
                        range.and(event + 1, event + 2 * deliveries))
                .add(
                        Sql.of("SELECT delivery AS key FROM late_delivery WHERE event = ?", event),
                        "delivery",
                        range);
    }

    @Override
    public String joins() {
        String delivery = conditions.isEmpty() ? "" : "LEFT JOIN delivery d ON d.seq = k.key";
        return filter.type() == null
                ? delivery
                : delivery + " LEFT JOIN event e ON e.seq = d.event";
    }

    @Override
    public Sql id() {
        return Listing.where(conditions, "k.key");
    }
}
