package dev.posthorn.server.postgres.connect;

import dev.posthorn.server.store.StoreException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema up to this program's version. Nodes may start at once: one migrates, the others
 * wait for its lock. Needs a role that may create tables, and a connection that leads through no
 * proxy.
 */
public final class Migrations {
    private Migrations() {}

    /** Creates the schema when it is named and missing. */
    public static void run(DatabaseAddress address) {
        try {
            FluentConfiguration flyway =
                    Flyway.configure(Migrations.class.getClassLoader())
                            .dataSource(address.jdbcUrl(), address.user(), address.password())
                            .locations("classpath:db/postgres")
                            .configuration(Map.of("flyway.postgresql.transactional.lock", "true"));
            if (address.schema() != null) {
                flyway.schemas(address.schema());
            }
            flyway.load().migrate();
        } catch (FlywayException e) {
            throw new StoreException("cannot prepare the database " + address, e);
        }
    }
}
