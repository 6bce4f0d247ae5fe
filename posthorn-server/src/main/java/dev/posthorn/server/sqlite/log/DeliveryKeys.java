package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where the deliveries of a scope are found in order. */
final class DeliveryKeys {
    private static final String PENDING = "delivery INDEXED BY delivery_pending WHERE state = 0";
    private static final String FAILED = "delivery INDEXED BY delivery_failed WHERE state = 2";

    private final ReadConnection connection;
    private final Scope scope;

    DeliveryKeys(ReadConnection connection, Scope scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /**
     * All deliveries of the scope, or those of the state that has an index of its own where that
     * has few enough of them to be sorted.
     */
    Keys in(@Nullable DeliveryState state, KeyRange range) throws SQLException {
        return switch (state) {
            case null -> all(range);
            case DELIVERED, CANCELLED -> all(range);
            case FAILED -> failed(range);
            case PENDING -> hasFew(PENDING) ? few(PENDING, range) : all(range);
        };
    }

    /** Within one endpoint their index is in order by itself. */
    private Keys failed(KeyRange range) throws SQLException {
        if (!(scope instanceof Scope.Few few)) {
            return hasFew(FAILED) ? few(FAILED, range) : all(range);
        }
        Keys keys = new Keys();
        for (long endpoint : few.endpoints()) {
            Sql ofOne = Sql.of("SELECT seq AS key FROM " + FAILED + " AND endpoint = ?", endpoint);
            keys.add(ofOne, "seq", range);
        }
        return keys;
    }

    private boolean hasFew(String rows) throws SQLException {
        Sql count =
                Sql.of("SELECT count(*) FROM (SELECT 1 FROM " + rows + " AND ")
                        .add(scope.contains("endpoint"))
                        .add(" LIMIT " + (DeliveryLog.MAX_LOOKED_AT + 1) + ")");
        return count.number(connection) <= DeliveryLog.MAX_LOOKED_AT;
    }

    private Keys few(String rows, KeyRange range) {
        return new Keys()
                .add(
                        Sql.of("SELECT seq AS key FROM " + rows + " AND ")
                                .add(scope.contains("endpoint")),
                        "seq",
                        range);
    }

    /** All deliveries of the scope; of {@code Many}, everyone's. */
    Keys all(KeyRange range) throws SQLException {
        return all(range, "");
    }

    /** {@code more}: further columns after the key, such as {@code ", 1 AS kind"}. */
    Keys all(KeyRange range, String more) throws SQLException {
        return switch (scope) {
            case Scope.Nobody _ -> new Keys();
            case Scope.Everyone _, Scope.Many _ ->
                    new Keys().add(Sql.of(select("seq", more) + "delivery WHERE 1"), "seq", range);
            case Scope.Few few -> merged(few, range, more);
        };
    }

    private Keys merged(Scope.Few few, KeyRange range, String more) throws SQLException {
        LateIndex index = LateIndex.endpointDelivery(connection);
        Keys keys = new Keys();
        for (long endpoint : few.endpoints()) {
            keys.add(
                    Sql.of(
                            select("delivery", more) + "endpoint_delivery WHERE endpoint = ?",
                            endpoint),
                    "delivery",
                    index.indexed(range));
        }
        return keys.add(
                Sql.of(select("seq", more) + "delivery WHERE ").add(few.contains("endpoint")),
                "seq",
                index.notYet(range));
    }

    private static String select(String key, String more) {
        return "SELECT " + key + " AS key" + more + " FROM ";
    }
}
