package dev.posthorn.server.postgres.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.postgres.connect.Connections;
import dev.posthorn.server.postgres.connect.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionsTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long NOW = 20_000 * DAY + 5;

    private final Connections connections =
            new Connections(TestPostgres.migrated(), "partitions", 1);

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void are_made_ahead_of_the_clock() throws SQLException {
        Partitions daily = new Partitions(connections, Duration.ofDays(30));
        assertThat(daily.cover(NOW)).isFalse();

        daily.make(NOW, NOW);

        assertThat(known("event"))
                .containsExactly(
                        new Partition("event", 20_000 * DAY, 20_001 * DAY),
                        new Partition("event", 20_001 * DAY, 20_002 * DAY),
                        new Partition("event", 20_002 * DAY, 20_003 * DAY));
        assertThat(known("attempt")).hasSize(3);
        assertThat(daily.cover(NOW + 2 * DAY)).isTrue();
        assertThat(daily.cover(NOW + 3 * DAY)).isFalse();
    }

    @Test
    void are_made_once_and_fill_gaps() throws SQLException {
        Partitions daily = new Partitions(connections, Duration.ofDays(30));
        daily.make(NOW, NOW);
        daily.make(NOW - 2 * DAY, NOW + DAY);

        assertThat(known("delivery").stream().map(Partition::fromMs))
                .containsExactly(
                        19_998 * DAY,
                        19_999 * DAY,
                        20_000 * DAY,
                        20_001 * DAY,
                        20_002 * DAY,
                        20_003 * DAY);
    }

    @Test
    void of_another_retention_follow_those_that_are_there() throws SQLException {
        new Partitions(connections, Duration.ofDays(30)).make(NOW, NOW);
        new Partitions(connections, Duration.ofHours(8)).make(NOW, 20_003 * DAY + 5);

        assertThat(known("event").subList(3, 6))
                .containsExactly(
                        new Partition("event", 20_003 * DAY, 20_003 * DAY + HOUR),
                        new Partition("event", 20_003 * DAY + HOUR, 20_003 * DAY + 2 * HOUR),
                        new Partition("event", 20_003 * DAY + 2 * HOUR, 20_003 * DAY + 3 * HOUR));
    }

    private List<Partition> known(String table) throws SQLException {
        return connections.transaction(connection -> Partitions.read(connection, table));
    }
}
