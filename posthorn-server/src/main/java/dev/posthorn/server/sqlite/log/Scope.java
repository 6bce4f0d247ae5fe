package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.scan.ReadConnection;
import dev.posthorn.server.store.scan.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose deliveries and attempts a list is about. */
sealed interface Scope {
    /** Up to here their streams are merged; beyond, everyone's are filtered. */
    int FEW = 64;

    record Everyone() implements Scope {}

    record Few(List<Long> endpoints) implements Scope {}

    record Many(long organisation) implements Scope {}

    record Nobody() implements Scope {}

    static Scope of(
            ReadConnection connection,
            @Nullable OrganisationId organisation,
            @Nullable EndpointId endpoint)
            throws SQLException {
        if (organisation == null) {
            return endpoint == null ? new Everyone() : new Few(List.of(endpoint.seq()));
        }
        return endpoint == null
                ? ofOrganisation(connection, organisation)
                : ofEndpoint(connection, organisation, endpoint);
    }

    private static Scope ofEndpoint(
            ReadConnection connection, OrganisationId organisation, EndpointId endpoint)
            throws SQLException {
        long owner =
                Sql.of("SELECT org FROM endpoint WHERE seq = ?", endpoint.seq()).number(connection);
        return owner == organisation.seq() ? new Few(List.of(endpoint.seq())) : new Nobody();
    }

    private static Scope ofOrganisation(ReadConnection connection, OrganisationId organisation)
            throws SQLException {
        List<Long> endpoints = new ArrayList<>();
        Sql query =
                Sql.of(
                        "SELECT seq FROM endpoint WHERE org = ? LIMIT " + (FEW + 1),
                        organisation.seq());
        try (ResultSet rows = query.run(connection)) {
            while (rows.next()) {
                endpoints.add(rows.getLong(1));
            }
        }
        if (endpoints.isEmpty()) {
            return new Nobody();
        }
        return endpoints.size() > FEW ? new Many(organisation.seq()) : new Few(endpoints);
    }

    /** True for rows within it: a condition on {@code column}. */
    default Sql contains(String column) {
        return switch (this) {
            case Everyone _ -> Sql.of("1");
            case Few(var endpoints) -> Sql.of(column + " IN ").add(Sql.list(endpoints));
            case Many(long organisation) ->
                    Sql.of(column + " IN (SELECT seq FROM endpoint WHERE org = ?)", organisation);
            case Nobody _ -> Sql.of("0");
        };
    }
}
