package dev.posthorn.server.sqlite.log;

import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.SQLException;

/**
 * An index that is written behind its rows, see the schema: up to {@code upto} it has them all,
 * what is above must be looked for among the rows themselves.
 */
record LateIndex(long upto) {
    static LateIndex organisationEvent(ReadConnection connection) throws SQLException {
        return named(connection, "organisation_event");
    }

    static LateIndex endpointDelivery(ReadConnection connection) throws SQLException {
        return named(connection, "endpoint_delivery");
    }

    private static LateIndex named(ReadConnection connection, String name) throws SQLException {
        return new LateIndex(
                Sql.of("SELECT upto FROM late_index WHERE name = ?", name).number(connection));
    }

    KeyRange indexed(KeyRange range) {
        return range.and(0, upto);
    }

    KeyRange notYet(KeyRange range) {
        return range.and(upto + 1, Long.MAX_VALUE);
    }
}
