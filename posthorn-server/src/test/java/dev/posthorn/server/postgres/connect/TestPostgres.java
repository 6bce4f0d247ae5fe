package dev.posthorn.server.postgres.connect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server out of a jar, one for all tests of a process, started by the first that asks.
 * As root the library runs it as another user of a name space of its own.
 */
public final class TestPostgres {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private TestPostgres() {}

    /** A schema nobody else uses, not there yet. */
    public static DatabaseAddress newSchema() {
        return new DatabaseAddress(
                server().getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""),
                "postgres",
                null,
                "test_" + SCHEMAS.incrementAndGet());
    }

    /** The same, brought up to date. */
    public static DatabaseAddress migrated() {
        DatabaseAddress address = newSchema();
        Migrations.run(address);
        return address;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // What a test wrote need not outlive the machine.
                server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "200")
                                .start();
            } catch (IOException e) {
                throw new UncheckedIOException("no PostgreSQL for tests", e);
            }
        }
        return server;
    }
}
