package dev.posthorn.bench.bare;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The embedded store's own schema and settings, in a file of the bench's. */
final class BareDatabase {
    /** What the embedded store sets on its writing connection. */
    private static final String[] PRAGMAS = {
        "page_size = 8192",
        "journal_mode = WAL",
        "synchronous = FULL",
        "wal_autocheckpoint = 0",
        "busy_timeout = 10000",
        "cache_size = -65536",
        "temp_store = MEMORY"
    };

    private final String url;

    private BareDatabase(String url) {
        this.url = url;
    }

    static BareDatabase create(Path folder) throws SQLException {
        BareDatabase database = new BareDatabase("jdbc:sqlite:" + folder.resolve("bare.db"));
        database.connect().close();
        Flyway.configure()
                .dataSource(database.url, "", "")
                .locations("classpath:db/sqlite")
                .load()
                .migrate();
        return database;
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc.get_generated_keys", "false");
        Connection connection = DriverManager.getConnection(url, properties);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : PRAGMAS) {
                statement.execute("PRAGMA " + pragma);
            }
        }
        return connection;
    }
}
