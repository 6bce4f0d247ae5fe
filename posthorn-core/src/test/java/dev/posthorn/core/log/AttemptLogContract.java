package dev.posthorn.core.log;

import static dev.posthorn.core.log.LogStory.ACME;
import static dev.posthorn.core.log.LogStory.OTHER;
import static dev.posthorn.core.log.LogStory.T0;
import static dev.posthorn.core.log.LogStory.attempt;
import static dev.posthorn.core.log.LogStory.delivered;
import static dev.posthorn.core.log.LogStory.endpoint;
import static dev.posthorn.core.log.LogStory.event;
import static dev.posthorn.core.log.LogStory.rejection;
import static dev.posthorn.core.log.LogStory.retry;
import static dev.posthorn.core.log.LogStory.success;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptId;
import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every delivery log keeps to about attempts. */
public interface AttemptLogContract {
    /** An empty log. */
    WrittenLog open();

    @Test
    default void a_first_attempt_has_the_number_after_its_delivery() {
        try (WrittenLog written = open()) {
            Endpoint to = known(written, endpoint(1, ACME));
            AcceptedEvent accepted = event(1, "user.updated", to);
            written.accept(accepted);
            AttemptRecord made = success(1, 20);
            written.settle(delivered(accepted, 0, made));

            DeliveryId delivery = accepted.deliveries().getFirst().id();
            assertThat(written.log().attempt(new AttemptId(delivery.seq() + 1)))
                    .usingRecursiveComparison()
                    .isEqualTo(
                            java.util.Optional.of(
                                    new AttemptEntry(
                                            new AttemptId(delivery.seq() + 1),
                                            delivery,
                                            accepted.event().id(),
                                            to.id(),
                                            "user.updated",
                                            made,
                                            accepted.event(),
                                            null)));
            assertThat(written.log().attempt(new AttemptId(delivery.seq()))).isEmpty();
        }
    }

    @Test
    default void later_attempts_come_before_earlier_ones() {
        try (WrittenLog written = open()) {
            Endpoint to = known(written, endpoint(1, ACME));
            AcceptedEvent old = event(1, "user.updated", to);
            AcceptedEvent young = event(50_000, "user.updated", to);
            written.accept(old);
            written.settle(retry(old, 0, rejection(1, 10), 40_000));
            written.settle(retry(old, 0, rejection(2, 40_000), 60_000));
            written.accept(young);
            written.settle(delivered(young, 0, success(1, 50_001)));
            written.settle(delivered(old, 0, success(3, 60_000)));

            for (AttemptFilter filter :
                    List.of(of(ACME, null, null), of(null, to.id(), null), of(null, null, null))) {
                assertThat(starts(written, filter, PageRequest.newest(10)))
                        .containsExactly(60_000L, 50_001L, 40_000L, 10L);
                assertThat(starts(written, filter, new PageRequest(10, 0, 0, true)))
                        .containsExactly(10L, 40_000L, 50_001L, 60_000L);
            }
            AttemptFilter ofOld = of(null, null, old.deliveries().getFirst().id());
            assertThat(starts(written, ofOld, PageRequest.newest(10)))
                    .containsExactly(60_000L, 40_000L, 10L);
        }
    }

    @Test
    default void attempts_are_paged_one_by_one_without_a_gap_or_a_repeat() {
        try (WrittenLog written = open()) {
            Endpoint to = known(written, endpoint(1, ACME));
            for (int n = 0; n < 4; n++) {
                AcceptedEvent accepted = event(n, "user.updated", to);
                written.accept(accepted);
                written.settle(retry(accepted, 0, rejection(1, 10 + n), 100 + n));
                written.settle(delivered(accepted, 0, success(2, 100 + n)));
            }
            written.accept(event(5, "user.updated", to));

            for (boolean ascending : new boolean[] {true, false}) {
                List<Long> all =
                        starts(
                                written,
                                of(null, to.id(), null),
                                new PageRequest(9, 0, 0, ascending));
                assertThat(all).hasSize(8);
                assertThat(oneByOne(written, of(null, to.id(), null), ascending)).isEqualTo(all);
            }
        }
    }

    @Test
    default void a_late_first_attempt_is_found_all_the_same() {
        try (WrittenLog written = open()) {
            Endpoint to = known(written, endpoint(1, ACME));
            AcceptedEvent accepted = event(1, "user.updated", to);
            written.accept(accepted);
            written.settle(delivered(accepted, 0, success(1, 5000)));

            Page<AttemptEntry> page =
                    written.log().attempts(of(ACME, null, null), PageRequest.newest(10));
            assertThat(page.rows()).hasSize(1);
            AttemptEntry only = page.rows().getFirst();
            assertThat(written.log().attempt(only.id()))
                    .usingRecursiveComparison()
                    .isEqualTo(java.util.Optional.of(only));
            assertThat(only.attempt().startedMs()).isEqualTo(T0 + 5000);
        }
    }

    @Test
    default void a_test_is_shown_with_its_whole_request() {
        try (WrittenLog written = open()) {
            Endpoint to = known(written, endpoint(1, ACME));
            long seq = Sequence.firstOf(T0 + 3);
            var outcome = new AttemptOutcome.Delivered(204);
            AttemptRecord made = attempt(1, 3, Trigger.TEST, outcome);
            var request =
                    new OutgoingRequest(
                            "PUT",
                            "https://example.com/1",
                            new String[] {"token", "s"},
                            "{}".getBytes(UTF_8));
            written.save(
                    new Change.TestAttempt(seq, to, "comment.created", made, request, seq + 1));

            var expected =
                    new AttemptEntry(
                            new AttemptId(seq),
                            null,
                            new EventId(seq + 1),
                            to.id(),
                            "comment.created",
                            made,
                            null,
                            request);
            assertThat(written.log().attempt(new AttemptId(seq)))
                    .usingRecursiveComparison()
                    .isEqualTo(java.util.Optional.of(expected));
            assertThat(
                            written.log()
                                    .attempts(of(ACME, to.id(), null), PageRequest.newest(9))
                                    .rows())
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(expected));
        }
    }

    @Test
    default void attempts_of_another_organisation_are_not_found() {
        try (WrittenLog written = open()) {
            Endpoint theirs = known(written, endpoint(2, OTHER));
            AcceptedEvent accepted =
                    event(1, OTHER, "a.b", dev.posthorn.core.event.EntityId.NONE, theirs);
            written.accept(accepted);
            written.settle(delivered(accepted, 0, success(1, 2)));
            DeliveryId delivery = accepted.deliveries().getFirst().id();

            PageRequest page = PageRequest.newest(9);
            assertThat(starts(written, of(ACME, null, null), page)).isEmpty();
            assertThat(starts(written, of(ACME, theirs.id(), null), page)).isEmpty();
            assertThat(starts(written, of(ACME, null, delivery), page)).isEmpty();
            assertThat(starts(written, of(OTHER, theirs.id(), delivery), page)).hasSize(1);
        }
    }

    private static Endpoint known(WrittenLog written, Endpoint endpoint) {
        written.save(new Change.EndpointChange(endpoint));
        return endpoint;
    }

    private static AttemptFilter of(
            @Nullable OrganisationId organisation,
            @Nullable EndpointId endpoint,
            @Nullable DeliveryId delivery) {
        return new AttemptFilter(organisation, endpoint, delivery);
    }

    /** When the attempts of a page started, after the story's begin. */
    private static List<Long> starts(WrittenLog written, AttemptFilter filter, PageRequest page) {
        Page<AttemptEntry> found = written.log().attempts(filter, page);
        assertThat(PageShape.of(found))
                .isEqualTo(new PageShape(false, 0, found.rows().size(), false));
        return found.rows().stream().map(row -> row.attempt().startedMs() - T0).toList();
    }

    private static List<Long> oneByOne(
            WrittenLog written, AttemptFilter filter, boolean ascending) {
        List<Long> starts = new ArrayList<>();
        long after = 0;
        while (true) {
            Page<AttemptEntry> page =
                    written.log().attempts(filter, new PageRequest(1, after, 0, ascending));
            for (AttemptEntry row : page.rows()) {
                starts.add(row.attempt().startedMs() - T0);
                after = row.id().seq();
            }
            if (!page.hasMore()) {
                return starts;
            }
        }
    }
}
