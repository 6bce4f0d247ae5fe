package dev.posthorn.server.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.log.LogUnavailableException;
import dev.posthorn.server.store.scan.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReadersTest {
    private static final Sql ENDLESS =
            Sql.of(
                    "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i)"
                            + " SELECT count(*) FROM i");
    private static final Sql ONE = Sql.of("SELECT 1");

    @TempDir Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_takes_two_seconds_is_interrupted_and_the_next_is_served() {
        AtomicLong clock = new AtomicLong();
        try (var readers =
                new SqliteReaders(database::openReader, () -> clock.addAndGet(500_000_000))) {
            assertThatThrownBy(() -> readers.read(ENDLESS::number))
                    .isInstanceOf(LogUnavailableException.class)
                    .cause()
                    .hasMessageContaining("SQLITE_INTERRUPT");
            assertThat(readers.<Long>read(ONE::number)).isEqualTo(1);
        }
    }

    @Test
    void a_reader_cannot_write() {
        try (var readers = new SqliteReaders(database::openReader, () -> 0)) {
            assertThatThrownBy(() -> readers.read(Sql.of("DELETE FROM event RETURNING 1")::number))
                    .isInstanceOf(LogUnavailableException.class)
                    .cause()
                    .hasMessageContaining("SQLITE_READONLY");
        }
    }

    @Test
    void a_store_that_comes_back_is_read_again() {
        AtomicInteger opened = new AtomicInteger();
        SqliteReadConnection.Source awayAtFirst =
                () -> {
                    if (opened.incrementAndGet() <= SqliteReaders.THREADS) {
                        throw new SQLException("disk I/O error");
                    }
                    return database.openReader();
                };
        try (var readers = new SqliteReaders(awayAtFirst, () -> 0)) {
            for (int i = 0; i < SqliteReaders.THREADS; i++) {
                assertThatThrownBy(() -> readers.read(ONE::number))
                        .isInstanceOf(LogUnavailableException.class);
            }
            assertThat(readers.<Long>read(ONE::number)).isEqualTo(1);
        }
    }

    @Test
    void a_failed_read_does_not_end_the_reader() {
        try (var readers = new SqliteReaders(database::openReader, () -> 0)) {
            for (int i = 0; i < 3 * SqliteReaders.THREADS; i++) {
                assertThatThrownBy(() ->
                                readers.read(_ -> {
                                    throw new IllegalStateException("a bug");
                                }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a bug");
            }
            assertThat(readers.<Long>read(ONE::number)).isEqualTo(1);
        }
    }

    @Test
    void who_comes_when_too_many_wait_is_turned_away() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(SqliteReaders.THREADS);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> askers = new ArrayList<>();
        try (var readers = new SqliteReaders(database::openReader, () -> 0)) {
            for (int i = 0; i < SqliteReaders.THREADS; i++) {
                askers.add(
                        Thread.startVirtualThread(
                                () -> readers.<Long>read(_ -> holdUntil(release, busy))));
            }
            busy.await();
            CountDownLatch turnedAway = new CountDownLatch(1);
            while (askers.size() <= SqliteReaders.THREADS + SqliteReaders.MAX_WAITING) {
                askers.add(Thread.startVirtualThread(() -> ask(readers, turnedAway)));
            }

            turnedAway.await();
            release.countDown();
            for (Thread asker : askers) {
                asker.join();
            }
        }
    }

    @Test
    void nothing_is_read_after_closing() {
        SqliteReaders readers = new SqliteReaders(database::openReader, () -> 0);
        readers.close();

        assertThatThrownBy(() -> readers.read(ONE::number))
                .isInstanceOf(LogUnavailableException.class)
                .hasMessage("the log is closed");
    }

    private static long holdUntil(CountDownLatch release, CountDownLatch busy) {
        busy.countDown();
        try {
            release.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void ask(SqliteReaders readers, CountDownLatch turnedAway) {
        try {
            readers.read(ONE::number);
        } catch (LogUnavailableException _) {
            turnedAway.countDown();
        }
    }
}
