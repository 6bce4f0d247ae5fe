package dev.posthorn.server.sqlite.file;

import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to this program's version. The version is written into the file's head too,
 * so that an ordinary start need not load the tool that migrates: a third of a second.
 */
public final class Migrations {
    /** Of the newest script in {@code db/sqlite}. */
    static final int VERSION = 10;

    private Migrations() {}

    /**
     * Makes the file's format if it is new, then runs the scripts that are missing.
     *
     * @throws StoreException when the file is not ours, damaged, or of a newer program
     */
    public static void run(Database database) {
        try (Connection connection = database.openWriter();
                Statement statement = connection.createStatement()) {
            int found = version(statement);
            if (found > VERSION) {
                throw new StoreException(
                        "the database %s was made by a newer Posthorn (schema %d, this one knows %d)"
                                .formatted(database.url(), found, VERSION),
                        null);
            }
            if (found < VERSION) {
                migrate(database);
                statement.execute("PRAGMA user_version = " + VERSION);
            }
        } catch (SQLException | FlywayException e) {
            throw new StoreException("cannot prepare the database " + database.url(), e);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static void migrate(Database database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), null, null)
                .locations("classpath:db/sqlite")
                .load()
                .migrate();
    }
}
