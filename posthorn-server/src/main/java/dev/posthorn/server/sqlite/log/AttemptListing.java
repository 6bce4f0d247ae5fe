package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts: rows of their own (kind 0), merged with deliveries (kind 1) that carry their first one.
 * Such an attempt has the number after its delivery's, and nothing has a number between the two, so
 * the order of the deliveries is that of the attempts.
 */
final class AttemptListing implements Listing {
    private static final String OWN = "SELECT seq AS key, 0 AS kind FROM attempt WHERE ";
    private static final String CARRIED = ", 1 AS kind";

    private final ReadConnection connection;
    private final Scope scope;
    private final AttemptFilter filter;
    private final List<Sql> conditions = new ArrayList<>();

    AttemptListing(ReadConnection connection, AttemptFilter filter) throws SQLException {
        this.connection = connection;
        this.filter = filter;
        this.scope = Scope.of(connection, filter.organisation(), filter.endpoint());
        if (needsOwner()) {
            conditions.add(scope.contains("coalesce(a.endpoint, d.endpoint)"));
        }
    }

    /** Where the keys alone do not tell whose attempt it is. */
    private boolean needsOwner() {
        return filter.delivery() != null || scope instanceof Scope.Many;
    }

    @Override
    public Keys keys(KeyRange range) throws SQLException {
        KeyRange carrying = new KeyRange(range.low() - 1, range.high() - 1);
        DeliveryId delivery = filter.delivery();
        return delivery == null
                ? ofScope(range, carrying)
                : ofDelivery(delivery.seq(), range, carrying);
    }

    private static Keys ofDelivery(long delivery, KeyRange range, KeyRange carrying) {
        return new Keys()
                .add(
                        Sql.of("SELECT seq AS key, 1 AS kind FROM delivery WHERE 1"),
                        "seq",
                        carrying.and(delivery, delivery))
                .add(Sql.of(OWN + "delivery = ?", delivery), "seq", range);
    }

    private Keys ofScope(KeyRange range, KeyRange carrying) throws SQLException {
        Keys keys = new DeliveryKeys(connection, scope).all(carrying, CARRIED);
        return switch (scope) {
            case Scope.Nobody _ -> keys;
            case Scope.Everyone _, Scope.Many _ -> keys.add(Sql.of(OWN + "1"), "seq", range);
            case Scope.Few(var endpoints) -> {
                for (long endpoint : endpoints) {
                    keys.add(Sql.of(OWN + "endpoint = ?", endpoint), "seq", range);
                }
                yield keys;
            }
        };
    }

    @Override
    public String joins() {
        String delivery = "LEFT JOIN delivery d ON k.kind = 1 AND d.seq = k.key";
        return needsOwner()
                ? delivery + " LEFT JOIN attempt a ON k.kind = 0 AND a.seq = k.key"
                : delivery;
    }

    @Override
    public Sql id() {
        return Listing.where(
                conditions,
                "CASE WHEN k.kind = 0 THEN k.key WHEN d.detail IS NOT NULL THEN k.key + 1 END");
    }
}
