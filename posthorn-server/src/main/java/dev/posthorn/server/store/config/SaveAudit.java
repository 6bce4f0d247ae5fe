package dev.posthorn.server.store.config;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.row.AuditCodec;
import dev.posthorn.server.store.row.Bind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the audit trail, with numbers drawn here: they tell when it was written. */
public final class SaveAudit {
    private final PreparedStatement insert;
    private final Sequence sequence;

    public SaveAudit(Connection connection, Sequence sequence) throws SQLException {
        insert =
                connection.prepareStatement(
                        """
                        INSERT INTO audit (seq, org, actor, action, resource, target, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """);
        this.sequence = sequence;
    }

    public void write(AuditEntry entry, long nowMs) throws SQLException {
        OrganisationId owner = entry.organisation();
        insert.setLong(1, sequence.next(1, nowMs));
        Bind.number(insert, 2, owner == null ? null : (Long) owner.seq());
        Bind.number(insert, 3, entry.origin().author().seq());
        insert.setString(4, entry.action());
        insert.setString(5, entry.target().resource());
        insert.setLong(6, entry.target().seq());
        insert.setString(7, AuditCodec.encode(entry));
        insert.executeUpdate();
    }
}
