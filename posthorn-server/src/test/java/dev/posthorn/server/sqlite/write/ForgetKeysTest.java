package dev.posthorn.server.sqlite.write;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetKeysTest {
    private static final int PER_ROUND = 500;
    private static final int ROUND_MS = 1_000;
    private static final int WINDOW_ROUNDS = 10;

    @TempDir private Path folder;
    private final Random random = new Random(3);

    @Test
    void the_table_stays_within_what_has_not_expired_and_a_bit() throws SQLException {
        try (SteppedWriter writer = new SteppedWriter(folder.resolve("posthorn.db"))) {
            int most = 0;
            for (int round = 0; round < 6 * WINDOW_ROUNDS; round++) {
                long expiresMs = writer.nowMs + WINDOW_ROUNDS * ROUND_MS;
                for (int i = 0; i < PER_ROUND; i++) {
                    writer.publish(event(writer, expiresMs));
                }
                writer.nowMs += ROUND_MS;
                writer.settle();
                most = Math.max(most, keys(writer, 0));
            }

            int alive = PER_ROUND * WINDOW_ROUNDS;
            assertThat(keys(writer, writer.nowMs)).isEqualTo(alive - PER_ROUND);
            assertThat(most).isLessThan(alive * 3 / 2);
            assertThat(writer.nowMs).isGreaterThan(NOW);
        }
    }

    private static int keys(SteppedWriter writer, long expiringAfterMs) throws SQLException {
        return Integer.parseInt(
                writer.query("SELECT count(*) FROM idempotency WHERE expires > " + expiringAfterMs)
                        .getFirst());
    }

    private AcceptedEvent event(SteppedWriter writer, long expiresMs) {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        AcceptedEvent plain = writer.samples.event();
        return new AcceptedEvent(
                plain.event(),
                plain.deliveries(),
                new IdempotencyMark(hash, new byte[32], expiresMs));
    }
}
