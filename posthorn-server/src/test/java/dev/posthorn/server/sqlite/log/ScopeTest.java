package dev.posthorn.server.sqlite.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.AttemptFilter;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.store.row.AttemptCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organisation's lists, whether its endpoints are few enough to be merged or not. */
class ScopeTest {
    private static final int OURS = 11;
    private static final int THEIRS = 12;

    @TempDir Path folder;

    private TestDatabase database;
    private RowWriter written;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
        written = new RowWriter(database, false, () -> 0);
    }

    @AfterEach
    void close() {
        written.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65, 100})
    void deliveries_of_all_its_endpoints_come_in_order(int endpoints) {
        deliveriesByTurns(endpoints, 300);

        var page =
                written.log()
                        .deliveries(
                                new DeliveryFilter(
                                        new OrganisationId(OURS),
                                        null,
                                        null,
                                        null,
                                        null,
                                        TimeRange.ALWAYS),
                                PageRequest.newest(1000));

        assertThat(page.rows())
                .extracting(delivery -> delivery.id().seq())
                .isEqualTo(ours(endpoints, 300).map(n -> ManyRows.seq(n) + 1).boxed().toList());
        assertThat(page.total()).isEqualTo(page.rows().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 65})
    void attempts_of_all_its_endpoints_come_in_order(int endpoints) {
        deliveriesByTurns(endpoints, 300);
        database.write("UPDATE delivery SET detail = ?", (Object) detail());

        Page<AttemptEntry> page =
                written.log()
                        .attempts(
                                new AttemptFilter(new OrganisationId(OURS), null, null),
                                PageRequest.newest(1000));

        assertThat(page.rows())
                .extracting(attempt -> attempt.id().seq())
                .isEqualTo(ours(endpoints, 300).map(n -> ManyRows.seq(n) + 2).boxed().toList());
    }

    @Test
    void an_organisation_without_endpoints_has_nothing() {
        deliveriesByTurns(2, 10);

        Page<AttemptEntry> page =
                written.log()
                        .attempts(
                                new AttemptFilter(new OrganisationId(13), null, null),
                                PageRequest.newest(10));

        assertThat(page).isEqualTo(new Page<>(List.of(), false, 0, 0, false));
    }

    /** To our endpoints and to one of theirs; the first half is in the index. */
    private void deliveriesByTurns(int endpoints, int count) {
        ManyRows.endpoints(database, 101, endpoints, OURS);
        ManyRows.endpoints(database, 101 + endpoints, 1, THEIRS);
        ManyRows.events(database, count, "user.updated");
        ManyRows.deliveries(database, count, 101, endpoints + 1, 1);
        long half = ManyRows.seq(count / 2);
        database.script(
                "INSERT INTO endpoint_delivery SELECT endpoint, seq FROM delivery WHERE seq <= "
                        + half);
        database.script("UPDATE late_index SET upto = " + half);
    }

    private static LongStream ours(int endpoints, int count) {
        return LongStream.iterate(count - 1L, n -> n >= 0, n -> n - 1)
                .filter(n -> n % (endpoints + 1) != endpoints);
    }

    private static byte[] detail() {
        return new AttemptCodec().encode(Attempts.delivered());
    }
}
