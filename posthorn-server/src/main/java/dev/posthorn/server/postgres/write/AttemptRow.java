package dev.posthorn.server.postgres.write;

import dev.posthorn.core.delivery.Settlement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * An attempt that has a row of its own.
 *
 * @param detail as {@code AttemptCodec} writes it
 */
record AttemptRow(long seq, Settlement settlement, long event, int number, byte[] detail) {
    private static final String INSERT =
            """
            INSERT INTO attempt (seq, delivery, number, endpoint, event, detail)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[], ?::bigint[], ?::bigint[],
                ?::bytea[])
            """;

    static void insert(Connection connection, List<AttemptRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = new Unnest<>(connection, INSERT, rows)) {
            insert.longs(AttemptRow::seq)
                    .longs(row -> row.settlement.delivery().seq())
                    .ints(AttemptRow::number)
                    .longs(row -> row.settlement.endpoint().seq())
                    .longs(AttemptRow::event)
                    .bytes(AttemptRow::detail)
                    .statement()
                    .executeUpdate();
        }
    }
}
