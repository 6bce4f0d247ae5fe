package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.store.row.EndpointCodec;
import dev.posthorn.server.store.row.TaskCodec;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/** Single tasks, and endpoints as they were. */
final class ConfigurationRows {
    private static final String TASK =
            "SELECT org, type, state, target, body, results FROM task WHERE seq = ?";
    private static final String REVISION =
            """
            SELECT p.org, r.body, r.secrets
            FROM endpoint_revision r JOIN endpoint p ON p.seq = r.endpoint
            WHERE r.endpoint = ? AND r.revision = ?
            """;

    private static final String PROFILE_VERSION =
            """
            SELECT profile_version FROM endpoint_revision
            WHERE endpoint = ? AND revision = ? AND profile_version IS NOT NULL
            """;

    private final ReadConnection connection;

    ConfigurationRows(ReadConnection connection) {
        this.connection = connection;
    }

    Optional<Task> task(long seq, TaskCodec codec) throws SQLException {
        try (ResultSet row = Sql.of(TASK, seq).run(connection)) {
            return row.next() ? Optional.of(task(seq, row, codec)) : Optional.empty();
        }
    }

    private static Task task(long seq, ResultSet row, TaskCodec codec) throws SQLException {
        return codec.decode(
                seq,
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getBytes(6));
    }

    Optional<Endpoint> revision(EndpointId id, int revision, EndpointCodec codec)
            throws SQLException {
        try (ResultSet row = Sql.of(REVISION, id.seq(), revision).run(connection)) {
            return row.next()
                    ? Optional.of(
                            codec.decode(
                                    id.seq(), row.getLong(1), row.getString(2), row.getBytes(3)))
                    : Optional.empty();
        }
    }

    OptionalInt profileVersion(EndpointId id, int revision) throws SQLException {
        try (ResultSet row = Sql.of(PROFILE_VERSION, id.seq(), revision).run(connection)) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }
}
