package dev.posthorn.core.log;

import static dev.posthorn.core.log.LogStory.ACME;
import static dev.posthorn.core.log.LogStory.OTHER;
import static dev.posthorn.core.log.LogStory.T0;
import static dev.posthorn.core.log.LogStory.cancelled;
import static dev.posthorn.core.log.LogStory.delivered;
import static dev.posthorn.core.log.LogStory.endpoint;
import static dev.posthorn.core.log.LogStory.event;
import static dev.posthorn.core.log.LogStory.failed;
import static dev.posthorn.core.log.LogStory.rejection;
import static dev.posthorn.core.log.LogStory.retry;
import static dev.posthorn.core.log.LogStory.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.store.StoreSamples;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every delivery log keeps to about deliveries. */
public interface DeliveryLogContract
        extends EventLogContract, AttemptLogContract, TaskLogContract, AuditLogContract {
    @Test
    default void an_accepted_delivery_is_pending_and_due() {
        try (WrittenLog written = open()) {
            Endpoint endpoint = known(written, endpoint(1, ACME));
            AcceptedEvent accepted = event(5, "user.updated", endpoint);
            written.accept(accepted);

            assertThat(written.log().delivery(id(accepted, 0)))
                    .contains(
                            new DeliverySummary(
                                    id(accepted, 0),
                                    accepted.event().id(),
                                    endpoint.id(),
                                    ACME,
                                    new EventType("user.updated"),
                                    DeliveryState.PENDING,
                                    0,
                                    T0 + 5,
                                    T0 + 5,
                                    0,
                                    null,
                                    null,
                                    null));
        }
    }

    @Test
    default void a_failed_attempt_leaves_its_mark_on_a_pending_delivery() {
        try (WrittenLog written = open()) {
            Endpoint endpoint = known(written, endpoint(1, ACME));
            AcceptedEvent accepted = event(5, "user.updated", endpoint);
            written.accept(accepted);
            var timeout = new AttemptOutcome.TimedOut(Duration.ofSeconds(15));
            var attempt = LogStory.attempt(1, 7, Trigger.SCHEDULED, timeout);
            written.settle(retry(accepted, 0, attempt, 60_000));

            assertThat(written.log().delivery(id(accepted, 0)))
                    .contains(
                            new DeliverySummary(
                                    id(accepted, 0),
                                    accepted.event().id(),
                                    endpoint.id(),
                                    ACME,
                                    new EventType("user.updated"),
                                    DeliveryState.PENDING,
                                    1,
                                    T0 + 5,
                                    T0 + 60_000,
                                    0,
                                    "timeout",
                                    null,
                                    null));
        }
    }

    @Test
    default void a_final_delivery_says_when_and_why_it_ended() {
        try (WrittenLog written = open()) {
            Endpoint endpoint = known(written, endpoint(1, ACME));
            AcceptedEvent accepted = event(5, "user.updated", endpoint);
            written.accept(accepted);
            written.settle(retry(accepted, 0, rejection(1, 7), 100));
            written.settle(failed(accepted, 0, rejection(2, 100)));

            assertThat(written.log().delivery(id(accepted, 0)))
                    .contains(
                            new DeliverySummary(
                                    id(accepted, 0),
                                    accepted.event().id(),
                                    endpoint.id(),
                                    ACME,
                                    new EventType("user.updated"),
                                    DeliveryState.FAILED,
                                    2,
                                    T0 + 5,
                                    null,
                                    500,
                                    null,
                                    T0 + 100,
                                    "schedule-used-up"));
        }
    }

    @Test
    default void deliveries_are_found_by_state() {
        try (WrittenLog written = open()) {
            Endpoint endpoint = known(written, endpoint(1, ACME));
            List<AcceptedEvent> events =
                    LongStream.range(0, 4)
                            .mapToObj(n -> event(n, "user.updated", endpoint))
                            .toList();
            events.forEach(written::accept);
            written.settle(delivered(events.get(1), 0, success(1, 10)));
            written.settle(failed(events.get(2), 0, rejection(1, 10)));
            written.settle(cancelled(events.get(3), 0, 10));

            for (EndpointId by : new EndpointId[] {null, endpoint.id()}) {
                for (OrganisationId of : new OrganisationId[] {null, ACME}) {
                    assertThat(found(written, in(of, by, DeliveryState.PENDING)))
                            .containsExactly(id(events.get(0), 0));
                    assertThat(found(written, in(of, by, DeliveryState.DELIVERED)))
                            .containsExactly(id(events.get(1), 0));
                    assertThat(found(written, in(of, by, DeliveryState.FAILED)))
                            .containsExactly(id(events.get(2), 0));
                    assertThat(found(written, in(of, by, DeliveryState.CANCELLED)))
                            .containsExactly(id(events.get(3), 0));
                }
            }
        }
    }

    @Test
    default void deliveries_are_found_by_endpoint_event_type_and_time() {
        try (WrittenLog written = open()) {
            Endpoint a = known(written, endpoint(1, ACME));
            Endpoint b = known(written, endpoint(2, ACME));
            AcceptedEvent first = event(1, "user.updated", a, b);
            AcceptedEvent second = event(2, "user.profile.updated", b, a);
            written.accept(first);
            written.accept(second);

            assertThat(found(written, filter(null, b.id(), null, null, null)))
                    .containsExactly(id(second, 0), id(first, 1));
            assertThat(found(written, filter(null, null, first.event().id(), null, null)))
                    .containsExactly(id(first, 1), id(first, 0));
            assertThat(found(written, filter(null, b.id(), first.event().id(), null, null)))
                    .containsExactly(id(first, 1));
            assertThat(found(written, filter(null, a.id(), null, null, "user")))
                    .containsExactly(id(first, 0));
            assertThat(found(written, filter(null, a.id(), null, null, "user.profile")))
                    .containsExactly(id(second, 1));
            assertThat(found(written, filter(null, a.id(), null, null, "user.updated")))
                    .containsExactly(id(first, 0));
            var atTwo =
                    new DeliveryFilter(null, null, null, null, null, new TimeRange(T0 + 2, T0 + 2));
            assertThat(found(written, atTwo)).containsExactly(id(second, 1), id(second, 0));
        }
    }

    @Test
    default void nothing_of_another_organisation_is_found() {
        try (WrittenLog written = open()) {
            Endpoint ours = known(written, endpoint(1, ACME));
            Endpoint theirs = known(written, endpoint(2, OTHER));
            AcceptedEvent our = event(1, "user.updated", ours);
            AcceptedEvent their =
                    event(2, OTHER, "user.updated", dev.posthorn.core.event.EntityId.NONE, theirs);
            written.accept(our);
            written.accept(their);

            assertThat(found(written, in(ACME, null, null))).containsExactly(id(our, 0));
            assertThat(found(written, in(OTHER, null, null))).containsExactly(id(their, 0));
            assertThat(found(written, in(ACME, theirs.id(), null))).isEmpty();
            assertThat(found(written, filter(ACME, null, their.event().id(), null, null)))
                    .isEmpty();
            assertThat(found(written, in(null, null, null)))
                    .containsExactly(id(their, 0), id(our, 0));
        }
    }

    @Test
    default void deliveries_come_in_pages() {
        try (WrittenLog written = open()) {
            Endpoint a = known(written, endpoint(1, ACME));
            Endpoint b = known(written, endpoint(2, ACME));
            List<AcceptedEvent> events =
                    LongStream.range(0, 5).mapToObj(n -> event(n, "user.updated", a, b)).toList();
            events.forEach(written::accept);
            DeliveryFilter all = in(ACME, null, null);

            Page<DeliverySummary> first = written.log().deliveries(all, PageRequest.newest(4));
            Page<DeliverySummary> last =
                    written.log()
                            .deliveries(
                                    all, new PageRequest(10, id(events.get(3), 0).seq(), 0, false));

            assertThat(ids(first))
                    .containsExactly(
                            id(events.get(4), 1),
                            id(events.get(4), 0),
                            id(events.get(3), 1),
                            id(events.get(3), 0));
            assertThat(PageShape.of(first)).isEqualTo(new PageShape(true, 0, 10, false));
            assertThat(last.rows()).hasSize(6);
            assertThat(PageShape.of(last)).isEqualTo(new PageShape(false, 0, 10, false));
        }
    }

    @Test
    default void what_is_due_is_counted_up_to_a_limit() {
        try (WrittenLog written = open()) {
            Endpoint endpoint = known(written, endpoint(1, ACME));
            for (int n = 0; n < 5; n++) {
                written.accept(event(n, "user.updated", endpoint));
            }

            assertThat(written.log().due(endpoint.id(), T0 + 2, 100)).isEqualTo(3);
            assertThat(written.log().due(endpoint.id(), T0 + 9, 4)).isEqualTo(4);
            assertThat(written.log().due(new EndpointId(4711), T0 + 9, 4)).isZero();
        }
    }

    @Test
    default void an_endpoint_is_remembered_as_it_was() {
        try (WrittenLog written = open()) {
            Endpoint before = known(written, endpoint(1, ACME));
            Endpoint after = known(written, before.withSettings(before.settings(), T0 + 9));

            assertThat(written.log().revision(before.id(), 1)).contains(before);
            assertThat(written.log().revision(before.id(), 2)).contains(after);
            assertThat(written.log().revision(before.id(), 3)).isEmpty();
            assertThat(written.log().revision(new EndpointId(4711), 1)).isEmpty();
        }
    }

    @Test
    default void a_revision_knows_the_version_of_its_profile() {
        try (WrittenLog written = open()) {
            Endpoint plain = known(written, endpoint(1, ACME));
            Endpoint own = plain.withSettings(EndpointSettings.of("https://a.example", "hub"), T0);
            OwnProfileVersion first = StoreSamples.profile();
            written.save(new Change.OwnProfileChange(first));
            known(written, own);
            written.save(new Change.OwnProfileChange(first.changed(first.definition(), T0)));
            known(written, own.withSettings(own.settings(), T0));

            assertThat(written.log().profileVersion(plain.id(), 1)).isEmpty();
            assertThat(written.log().profileVersion(plain.id(), 2)).hasValue(1);
            assertThat(written.log().profileVersion(plain.id(), 3)).hasValue(2);
            assertThat(written.log().profileVersion(plain.id(), 4)).isEmpty();
        }
    }

    @Test
    default void an_unknown_delivery_is_not_found() {
        try (WrittenLog written = open()) {
            assertThat(written.log().delivery(new DeliveryId(4711))).isEmpty();
        }
    }

    private static Endpoint known(WrittenLog written, Endpoint endpoint) {
        written.save(new Change.EndpointChange(endpoint));
        return endpoint;
    }

    private static DeliveryId id(AcceptedEvent event, int delivery) {
        return event.deliveries().get(delivery).id();
    }

    private static DeliveryFilter in(
            @Nullable OrganisationId organisation,
            @Nullable EndpointId endpoint,
            @Nullable DeliveryState state) {
        return filter(organisation, endpoint, null, state, null);
    }

    private static DeliveryFilter filter(
            @Nullable OrganisationId organisation,
            @Nullable EndpointId endpoint,
            @Nullable EventId event,
            @Nullable DeliveryState state,
            @Nullable String type) {
        return new DeliveryFilter(organisation, endpoint, event, state, type, TimeRange.ALWAYS);
    }

    private static List<DeliveryId> found(WrittenLog written, DeliveryFilter filter) {
        Page<DeliverySummary> page = written.log().deliveries(filter, PageRequest.newest(100));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return ids(page);
    }

    private static List<DeliveryId> ids(Page<DeliverySummary> page) {
        return page.rows().stream().map(DeliverySummary::id).toList();
    }
}
