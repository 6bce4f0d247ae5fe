package dev.posthorn.server.sqlite.log;

import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database of today's schema, its own file. Nothing is flushed: it need not last. */
final class TestDatabase implements AutoCloseable {
    static final SecretBox BOX = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A database made once: migrating takes longer than a test. */
    private static final byte[] EMPTY = migrated();

    private final String url;
    private final Connection writer;

    TestDatabase(Path folder) {
        Path file = folder.resolve("log" + COUNT.incrementAndGet() + ".db");
        url = "jdbc:sqlite:" + file;
        try {
            Files.write(file, EMPTY);
            writer = DriverManager.getConnection(url);
            script("PRAGMA journal_mode = WAL");
            script("PRAGMA synchronous = OFF");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] migrated() {
        try {
            Path folder = Files.createTempDirectory("posthorn-schema");
            Path file = folder.resolve("empty.db");
            Migrations.run(new Database(file));
            byte[] empty = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return empty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection openReader() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
        return connection;
    }

    void script(String sql) {
        try (Statement statement = writer.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void write(String sql, Object... values) {
        try (PreparedStatement statement = writer.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
