package dev.posthorn.server.sqlite.file;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to this program's version. */
public final class Migrations {
    private Migrations() {}

    /**
     * Makes the file's format if it is new, then runs the scripts that are missing.
     *
     * @throws StoreException when the file is not ours, damaged, or of a newer program
     */
    public static void run(Database database) {
        try (Connection _ = database.openWriter()) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database.url(), null, null)
                    .locations("classpath:db/sqlite")
                    .load()
                    .migrate();
        } catch (SQLException | FlywayException e) {
            throw new StoreException("cannot prepare the database " + database.url(), e);
        }
    }
}
