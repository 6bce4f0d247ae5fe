package dev.posthorn.server.sqlite.write;

import static dev.posthorn.core.store.StoreSamples.NOW;
import static dev.posthorn.core.store.StoreSamples.ORGANISATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.Published;
import dev.posthorn.core.store.StoreSamples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased of an organisation, and what is not of its neighbour. */
class PurgesTest {
    private static final OrganisationId NEIGHBOUR = new OrganisationId(12);
    private static final Endpoint THEIRS = StoreSamples.endpoint(1, Ordering.NONE);
    private static final Endpoint OURS = of(NEIGHBOUR, StoreSamples.endpoint(2, Ordering.NONE));
    private static final List<String> TABLES =
            List.of(
                    "organisation",
                    "api_key",
                    "endpoint",
                    "endpoint_revision",
                    "event",
                    "delivery",
                    "attempt",
                    "organisation_event",
                    "endpoint_delivery",
                    "late_delivery",
                    "cancel_asked",
                    "task",
                    "replay",
                    "audit",
                    "statistic",
                    "endpoint_health",
                    "person",
                    "sign_in",
                    "one_time_link");

    @TempDir private Path folder;

    @Test
    void leaves_nothing_of_it_and_everything_of_its_neighbour() throws SQLException {
        try (SteppedWriter writer = writer()) {
            fill(writer, THEIRS, 700);
            fill(writer, OURS, 300);
            List<String> neighbours = halved(counts(writer));

            writer.inbox.put(purge());
            settle(writer);

            assertThat(counts(writer)).isEqualTo(neighbours);
            assertThat(writer.query("SELECT DISTINCT org FROM event")).containsExactly("12");
            assertThat(writer.query("SELECT count(*) FROM event")).containsExactly("300");
            assertThat(writer.query("SELECT * FROM purge")).isEmpty();
        }
    }

    @Test
    void takes_a_slice_at_a_time() throws SQLException {
        try (SteppedWriter writer = writer()) {
            fill(writer, THEIRS, 700);
            writer.inbox.put(purge());
            writer.step();

            assertThat(writer.query("SELECT * FROM organisation")).isEmpty();
            int left = Integer.parseInt(writer.query("SELECT count(*) FROM delivery").getFirst());
            assertThat(left).isBetween(400, 701);
        }
    }

    @Test
    void goes_on_after_a_crash() throws SQLException {
        try (SteppedWriter writer = writer()) {
            fill(writer, THEIRS, 700);
            writer.inbox.put(purge());
            writer.step();
            writer.step();
        }
        try (SteppedWriter writer = writer()) {
            settle(writer);
            assertThat(counts(writer)).allMatch(count -> count.endsWith("|0"));
            assertThat(writer.query("SELECT * FROM purge")).isEmpty();
        }
    }

    @Test
    void refuses_what_was_planned_before_and_comes_after() throws SQLException {
        try (SteppedWriter writer = writer()) {
            writer.inbox.put(new ConfigWork(List.of(new Change.EndpointChange(THEIRS))));
            AcceptedEvent planned = event(writer, THEIRS);
            Published before = writer.publish(event(writer, THEIRS));
            writer.step();
            writer.inbox.put(purge());
            Published together = writer.publish(planned);
            writer.step();
            Published after = writer.publish(event(writer, THEIRS));
            Published neighbours = writer.publish(event(writer, OURS));
            writer.inbox.put(new ConfigWork(List.of(new Change.EndpointChange(THEIRS))));
            settle(writer);

            assertThat(before.outcome()).isEqualTo(new AcceptOutcome.Committed(null));
            assertThat(together.outcome()).isInstanceOf(AcceptOutcome.Failed.class);
            assertThat(after.outcome()).isInstanceOf(AcceptOutcome.Failed.class);
            assertThat(neighbours.outcome()).isEqualTo(new AcceptOutcome.Committed(null));
            assertThat(writer.query("SELECT org FROM event")).containsExactly("12");
            assertThat(writer.query("SELECT endpoint FROM delivery")).containsExactly("102");
            assertThat(writer.query("SELECT * FROM endpoint")).isEmpty();
        }
    }

    private SteppedWriter writer() throws SQLException {
        return new SteppedWriter(folder.resolve("posthorn.db"));
    }

    private static ConfigWork purge() {
        Organisation erased =
                new Organisation(
                        ORGANISATION,
                        "o11",
                        "Name",
                        "slug",
                        "standard",
                        null,
                        false,
                        Organisation.Standing.DEACTIVATED,
                        NOW);
        return new ConfigWork(List.of(new Change.Purge(erased, List.of(THEIRS.id()))));
    }

    /** The late indexes are written every ten seconds. */
    private static void settle(SteppedWriter writer) {
        for (int i = 0; i < 15; i++) {
            writer.settle();
            writer.nowMs += 2_000;
        }
    }

    private static Endpoint of(OrganisationId owner, Endpoint like) {
        return new Endpoint(
                new EndpointId(like.id().seq()),
                owner,
                like.uid(),
                like.settings(),
                like.secrets(),
                like.state(),
                null,
                NOW,
                false,
                NOW,
                NOW,
                null,
                like.tests(),
                1);
    }

    private static AcceptedEvent event(SteppedWriter writer, Endpoint to) {
        AcceptedEvent made = writer.samples.event(to);
        Event event = made.event();
        Event owned =
                new Event(
                        event.id(),
                        to.organisation(),
                        event.type(),
                        event.entityId(),
                        event.key(),
                        event.channels(),
                        event.data(),
                        event.createdMs());
        return new AcceptedEvent(owned, made.deliveries(), null);
    }

    /** A row at least of every kind, and {@code events} with a delivery each. */
    private static void fill(SteppedWriter writer, Endpoint to, int events) throws SQLException {
        long org = to.organisation().seq();
        long endpoint = to.id().seq();
        writer.inbox.put(new ConfigWork(List.of(new Change.EndpointChange(to))));
        for (int i = 0; i < events; i++) {
            writer.publish(event(writer, to));
        }
        settle(writer);
        long other = 40_000_000 * org;
        for (String row :
                List.of(
                        "organisation (seq, uid, body) VALUES (:o, 'o:o', '{}')",
                        "api_key (seq, org, token_hash, body) VALUES (:n, :o, 'h:o', '{}')",
                        "attempt (seq, number, endpoint, event, detail) VALUES (:n, 1, :e, 0, x'')",
                        "delivery (seq, event, endpoint, state, ord, due, attempts, round,"
                                + " round_base, entity_key, status)"
                                + " VALUES (:n, 1, :e, 1, 0, 0, 0, 0, 0, 0, 0)",
                        "endpoint_delivery VALUES (:e, :n)",
                        "late_delivery VALUES (1, :e, :n)",
                        "cancel_asked VALUES (:n, :e, 0)",
                        "task (seq, org, type, state, target, body, results)"
                                + " VALUES (:n, :o, 't', 1, 1, '{}', x'')",
                        "replay VALUES (:n, '{}', 0, 0)",
                        "audit (seq, org, action, resource, target, body)"
                                + " VALUES (:n, :o, 'a', 'r', 1, '{}')",
                        "statistic VALUES (1, :o, :o, x''), (60, 7, :e, x''), (60, 8, :e, x'')",
                        "endpoint_health VALUES (:e, x'')",
                        "person VALUES (:n, 'p:o', '{\"org\"::o}')",
                        "sign_in VALUES ('s:o', '{\"user\"::n}')",
                        "one_time_link VALUES ('l:o', '{\"portal\":{\"org\"::o}}')")) {
            writer.execute(
                    "INSERT INTO "
                            + row.replace(":n", "" + other)
                                    .replace(":o", "" + org)
                                    .replace(":e", "" + endpoint));
        }
    }

    private static List<String> counts(SteppedWriter writer) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : TABLES) {
            counts.addAll(writer.query("SELECT '" + table + "', count(*) FROM " + table));
        }
        return counts;
    }

    /** What is left of as many rows for each of two, but of events 300 of 1,000. */
    private static List<String> halved(List<String> counts) {
        return counts.stream().map(PurgesTest::halved).toList();
    }

    private static String halved(String count) {
        String table = count.substring(0, count.indexOf('|'));
        int rows = Integer.parseInt(count.substring(count.indexOf('|') + 1));
        return table + "|" + (rows >= 1_000 ? rows - 700 - (rows - 1_000) / 2 : rows / 2);
    }
}
