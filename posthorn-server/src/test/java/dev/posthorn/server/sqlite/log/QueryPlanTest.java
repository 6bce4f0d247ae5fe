package dev.posthorn.server.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.EventFilter;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.Scan;
import dev.posthorn.server.store.scan.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No list walks a table, or sorts one, before its limits can stop it. */
class QueryPlanTest {
    private static final OrganisationId FEW = new OrganisationId(11);
    private static final OrganisationId MANY = new OrganisationId(12);
    private static final EndpointId ENDPOINT = new EndpointId(101);

    /** The candidates come row by row out of the statement within. */
    private static final String CANDIDATES = "SCAN k";

    /** Only chosen when it has at most 20,000 entries; then they are sorted. */
    private static final List<String> SMALL_INDEX =
            List.of(
                    "SCAN delivery USING COVERING INDEX delivery_pending",
                    "SCAN delivery USING COVERING INDEX delivery_failed",
                    "USE TEMP B-TREE FOR ORDER BY");

    @TempDir Path folder;

    private TestDatabase database;
    private SqliteReadConnection connection;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
        ManyRows.endpoints(database, 101, 3, 11);
        ManyRows.endpoints(database, 201, Scope.FEW + 1, 12);
        database.script("UPDATE late_index SET upto = " + ManyRows.seq(500));
        ManyRows.events(database, 1, "user.updated");
        connection = new SqliteReadConnection(database::openReader, () -> 0, Duration.ofSeconds(2));
    }

    @AfterEach
    void close() {
        connection.close();
        database.close();
    }

    @Test
    void events_come_in_the_order_of_an_index() throws SQLException {
        for (OrganisationId owner : new OrganisationId[] {null, FEW}) {
            assertThat(walks(new EventListing(connection, events(owner)))).isEmpty();
        }
    }

    @Test
    void deliveries_come_in_the_order_of_an_index() throws SQLException {
        for (DeliveryFilter filter :
                List.of(
                        deliveries(null, null, null, null),
                        deliveries(FEW, null, null, null),
                        deliveries(MANY, null, null, null),
                        deliveries(null, ENDPOINT, null, null),
                        deliveries(FEW, ENDPOINT, new EventId(ManyRows.seq(0)), null),
                        deliveries(FEW, null, null, DeliveryState.DELIVERED),
                        deliveries(MANY, null, null, DeliveryState.CANCELLED),
                        deliveries(FEW, null, null, DeliveryState.FAILED))) {
            assertThat(walks(new DeliveryListing(connection, filter))).as("%s", filter).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "FAILED"})
    void a_small_index_by_state_may_be_sorted(DeliveryState state) throws SQLException {
        for (OrganisationId owner : new OrganisationId[] {null, FEW, MANY}) {
            Listing listing = new DeliveryListing(connection, deliveries(owner, null, null, state));
            assertThat(walks(listing)).isSubsetOf(SMALL_INDEX);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "FAILED"})
    void a_large_index_by_state_is_not_sorted(DeliveryState state) throws SQLException {
        ManyRows.deliveries(database, 20_001, 201, 1, state == DeliveryState.PENDING ? 0 : 2);
        for (OrganisationId owner : new OrganisationId[] {null, MANY}) {
            Listing listing = new DeliveryListing(connection, deliveries(owner, null, null, state));
            assertThat(walks(listing)).isEmpty();
        }
    }

    @Test
    void attempts_come_in_the_order_of_their_indexes() throws SQLException {
        for (AttemptFilter filter :
                List.of(
                        new AttemptFilter(null, null, null),
                        new AttemptFilter(FEW, null, null),
                        new AttemptFilter(MANY, null, null),
                        new AttemptFilter(null, ENDPOINT, null),
                        new AttemptFilter(FEW, null, new DeliveryId(ManyRows.seq(7) + 1)),
                        new AttemptFilter(MANY, null, new DeliveryId(ManyRows.seq(7) + 1)))) {
            assertThat(walks(new AttemptListing(connection, filter))).as("%s", filter).isEmpty();
        }
    }

    @Test
    void tasks_come_in_the_order_of_an_index() throws SQLException {
        for (OrganisationId owner : new OrganisationId[] {null, FEW}) {
            assertThat(walks(new TaskListing(owner, "t", Task.State.PENDING))).isEmpty();
        }
    }

    /** Steps of the plan, either way round, that read or sort a whole table. */
    private List<String> walks(Listing listing) throws SQLException {
        List<String> found = new ArrayList<>();
        KeyRange range = new KeyRange(ManyRows.seq(0), ManyRows.seq(1000));
        for (boolean ascending : new boolean[] {true, false}) {
            Sql statement = Scan.statement(listing, listing.keys(range), ascending);
            List<String> plan = plan(statement);
            assertThat(plan).as(statement.text()).contains(CANDIDATES);
            plan.stream().filter(QueryPlanTest::walksATable).forEach(found::add);
        }
        return found;
    }

    private static boolean walksATable(String step) {
        return !step.equals(CANDIDATES) && (step.startsWith("SCAN") || step.contains("B-TREE"));
    }

    private List<String> plan(Sql statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (ResultSet rows = new Sql().add("EXPLAIN QUERY PLAN ").add(statement).run(connection)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    private static EventFilter events(OrganisationId owner) {
        return new EventFilter(
                owner,
                "user",
                "updated",
                EventSummary.State.FAILED,
                new EntityId.Text("7"),
                TimeRange.ALWAYS);
    }

    private static DeliveryFilter deliveries(
            OrganisationId owner, EndpointId endpoint, EventId event, DeliveryState state) {
        return new DeliveryFilter(owner, endpoint, event, state, "user", TimeRange.ALWAYS);
    }
}
