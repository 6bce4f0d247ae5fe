package dev.posthorn.server.postgres.connect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server out of a jar, one for all tests of a process, started by the first that asks.
 * As root the library runs it as another user of a name space of its own.
 */
public final class TestPostgres {
    private static final String SCHEMA = "post";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;
    private static boolean templateMade;

    private TestPostgres() {}

    /** A database nobody else uses, with nothing in it. */
    public static DatabaseAddress empty() {
        return newDatabase("template1");
    }

    /** The same with an up-to-date schema: a copy of one made once, in a tenth of the time. */
    public static DatabaseAddress migrated() {
        template();
        return newDatabase(TEMPLATE);
    }

    private static synchronized void template() {
        if (!templateMade) {
            templateMade = true;
            create(TEMPLATE, "template1");
            Migrations.run(address(TEMPLATE));
        }
    }

    private static DatabaseAddress newDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        create(name, template);
        return address(name);
    }

    private static synchronized void create(String name, String template) {
        try (Connection connection =
                        DriverManager.getConnection(url("postgres"), "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for a test", e);
        }
    }

    private static DatabaseAddress address(String database) {
        return new DatabaseAddress(url(database), "postgres", null, SCHEMA);
    }

    private static String url(String database) {
        return server().getJdbcUrl("postgres", database).replaceFirst("\\?.*", "");
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
