package dev.posthorn.server.postgres.upkeep;

import java.sql.SQLException;

/** Something to be done now and then; harmless when several nodes do it at once. */
@FunctionalInterface
interface Chore {
    void run(long nowMs) throws SQLException;
}
