package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.server.store.row.AuditCodec;
import dev.posthorn.server.store.scan.Column;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit trail of an organisation or everyone's. */
final class AuditListing implements Listing {
    private static final String LINE =
            "SELECT org, actor, action, resource, target, body FROM audit WHERE seq = ?";

    private final AuditFilter filter;
    private final List<Sql> conditions = new ArrayList<>();

    AuditListing(AuditFilter filter) {
        this.filter = filter;
        if (filter.actor() != null) {
            conditions.add(Sql.of("a.actor IS ?", filter.actor()));
        }
        if (filter.action() != null) {
            conditions.add(Sql.of("a.action = ?", filter.action()));
        }
        if (filter.target() != null) {
            conditions.add(Sql.of("a.target = ?", filter.target()));
        }
    }

    @Override
    public Keys keys(KeyRange range) {
        Sql select = Sql.of("SELECT seq AS key FROM audit WHERE ");
        select =
                filter.organisation() == null
                        ? select.add("1")
                        : select.add("org = ?", filter.organisation().seq());
        return new Keys().add(select, "seq", range);
    }

    @Override
    public String joins() {
        return conditions.isEmpty() ? "" : "LEFT JOIN audit a ON a.seq = k.key";
    }

    @Override
    public Sql id() {
        return Listing.where(conditions, "k.key");
    }

    static Optional<AuditLine> line(ReadConnection connection, long seq) throws SQLException {
        try (ResultSet row = Sql.of(LINE, seq).run(connection)) {
            return row.next() ? Optional.of(line(seq, row)) : Optional.empty();
        }
    }

    private static AuditLine line(long seq, ResultSet row) throws SQLException {
        return new AuditLine(
                seq,
                AuditCodec.decode(
                        Column.number(row, 1),
                        Column.number(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6)));
    }
}
