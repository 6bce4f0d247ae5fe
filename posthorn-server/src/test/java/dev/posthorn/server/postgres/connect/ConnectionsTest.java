package dev.posthorn.server.postgres.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    @Test
    void a_transaction_sees_its_own_schema_and_leaves_nothing_behind() throws SQLException {
        DatabaseAddress one = TestPostgres.migrated();
        DatabaseAddress other = TestPostgres.migrated();
        try (Connections first = new Connections(one, "one", 1);
                Connections second = new Connections(other, "other", 1)) {
            insert(first, 7);
            assertThat(count(first)).isOne();
            assertThat(count(second)).isZero();
        }
    }

    @Test
    void what_fails_is_undone() throws SQLException {
        try (Connections connections = new Connections(TestPostgres.migrated(), "one", 1)) {
            assertThatThrownBy(
                            () -> {
                                connections.transaction(connection -> {
                                    run(connection, 7);
                                    return run(connection, 7);
                                });
                            })
                    .isInstanceOf(SQLException.class);
            assertThat(count(connections)).isZero();
        }
    }

    @Test
    void migrating_again_changes_nothing() throws SQLException {
        DatabaseAddress address = TestPostgres.migrated();
        try (Connections connections = new Connections(address, "one", 1)) {
            insert(connections, 7);
            Migrations.run(address);
            assertThat(count(connections)).isOne();
        }
    }

    private static void insert(Connections connections, long org) throws SQLException {
        connections.transaction(connection -> run(connection, org));
    }

    private static int run(Connection connection, long org) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO purge (org, seq) VALUES (?, 1)")) {
            insert.setLong(1, org);
            return insert.executeUpdate();
        }
    }

    private static long count(Connections connections) throws SQLException {
        return connections.transaction(connection -> {
            try (var statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM purge")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
