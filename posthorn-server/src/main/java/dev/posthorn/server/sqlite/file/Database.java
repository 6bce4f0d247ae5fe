package dev.posthorn.server.sqlite.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * How the database file is opened. Write-ahead log, flushed with every commit; checkpoints are made
 * by {@code write.Checkpointer} alone. No memory map: a read error in one kills the process.
 */
public final class Database {
    /** Pages of 8 KiB measured best for 1 KiB payloads; fixed for the life of a file. */
    public static final int PAGE_BYTES = 8192;

    private static final int WRITER_CACHE_KIB = 64 * 1024;
    private static final int READER_CACHE_KIB = 16 * 1024;

    /** Long enough for a list to end, short enough for the writer to wait meanwhile. */
    private static final int CHECKPOINT_WAITS_MS = 50;

    /** A log that was long once is cut to this size when it starts over. */
    private static final int KEPT_LOG_BYTES = 64 << 20;

    private final String url;

    public Database(Path file) {
        this.url = "jdbc:sqlite:" + file;
    }

    String url() {
        return url;
    }

    /** The one connection that writes rows. */
    public Connection openWriter() throws SQLException {
        return open(
                "page_size = " + PAGE_BYTES,
                "auto_vacuum = INCREMENTAL",
                "journal_mode = WAL",
                "synchronous = FULL",
                "wal_autocheckpoint = 0",
                "journal_size_limit = " + KEPT_LOG_BYTES,
                "cache_size = -" + WRITER_CACHE_KIB);
    }

    public Connection openCheckpointer() throws SQLException {
        return open(
                "synchronous = FULL",
                "wal_autocheckpoint = 0",
                "busy_timeout = " + CHECKPOINT_WAITS_MS);
    }

    /** A second connection that writes: a few rows now and then, which wait for no batch. */
    public Connection openLeases() throws SQLException {
        return open(
                "synchronous = FULL",
                "wal_autocheckpoint = 0",
                "busy_timeout = " + CHECKPOINT_WAITS_MS);
    }

    /** A connection that cannot write. */
    public Connection openReader() throws SQLException {
        return open("query_only = ON", "cache_size = -" + READER_CACHE_KIB);
    }

    private Connection open(String... pragmas) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc.get_generated_keys", "false");
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("PRAGMA busy_timeout = 5000");
            for (String pragma : List.of(pragmas)) {
                statement.execute("PRAGMA " + pragma);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
