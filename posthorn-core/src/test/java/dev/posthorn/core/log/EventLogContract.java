package dev.posthorn.core.log;

import static dev.posthorn.core.log.LogStory.ACME;
import static dev.posthorn.core.log.LogStory.OTHER;
import static dev.posthorn.core.log.LogStory.T0;
import static dev.posthorn.core.log.LogStory.delivered;
import static dev.posthorn.core.log.LogStory.endpoint;
import static dev.posthorn.core.log.LogStory.event;
import static dev.posthorn.core.log.LogStory.failed;
import static dev.posthorn.core.log.LogStory.rejection;
import static dev.posthorn.core.log.LogStory.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.EventSummary.State;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.AcceptedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every delivery log keeps to about events. */
public interface EventLogContract {
    /** An empty log. */
    WrittenLog open();

    @Test
    default void an_event_comes_back_as_it_was_accepted() {
        Event event =
                new Event(
                        new EventId(Sequence.firstOf(T0) + 7),
                        ACME,
                        new EventType("user.updated"),
                        new EntityId.Numeric("12345678901234567890123"),
                        new KeyId(5),
                        List.of("summer", "é\"<"),
                        new Payload("{ \"n\": 1.0e400 }".getBytes(StandardCharsets.UTF_8)),
                        T0);
        try (WrittenLog written = open()) {
            written.accept(new AcceptedEvent(event, List.of(), null));

            assertThat(written.log().event(event.id())).contains(event);
            assertThat(written.log().eventSummary(event.id()))
                    .contains(
                            new EventSummary(
                                    event.id(),
                                    ACME,
                                    event.type(),
                                    event.entityId(),
                                    event.key(),
                                    event.channels(),
                                    T0,
                                    0,
                                    State.DELIVERED));
            assertThat(written.log().event(new EventId(4711))).isEmpty();
            assertThat(written.log().eventSummary(new EventId(4711))).isEmpty();
        }
    }

    @Test
    default void an_event_sums_up_its_deliveries() {
        try (WrittenLog written = open()) {
            Endpoint a = endpoint(1, ACME);
            Endpoint b = endpoint(2, ACME);
            AcceptedEvent accepted = event(1, "user.updated", a, b);
            written.accept(accepted);
            written.settle(failed(accepted, 0, rejection(1, 10)));

            assertThat(state(written, accepted)).isEqualTo(State.PENDING);

            written.settle(delivered(accepted, 1, success(1, 10)));

            assertThat(state(written, accepted)).isEqualTo(State.FAILED);
        }
    }

    @Test
    default void events_are_found_by_state() {
        try (WrittenLog written = open()) {
            Endpoint to = endpoint(1, ACME);
            List<AcceptedEvent> events =
                    LongStream.range(0, 3).mapToObj(n -> event(n, "user.updated", to)).toList();
            events.forEach(written::accept);
            AcceptedEvent unwanted = event(3, "user.updated");
            written.accept(unwanted);
            written.settle(delivered(events.get(1), 0, success(1, 10)));
            written.settle(failed(events.get(2), 0, rejection(1, 10)));

            assertThat(found(written, byState(State.PENDING))).containsExactly(id(events.get(0)));
            assertThat(found(written, byState(State.DELIVERED)))
                    .containsExactly(id(unwanted), id(events.get(1)));
            assertThat(found(written, byState(State.FAILED))).containsExactly(id(events.get(2)));
        }
    }

    @Test
    default void events_are_found_by_type_and_action() {
        try (WrittenLog written = open()) {
            AcceptedEvent created = event(1, "user.created");
            AcceptedEvent updated = event(2, "user.updated");
            AcceptedEvent deeper = event(3, "user.profile.updated");
            AcceptedEvent bare = event(4, "user");
            List.of(created, updated, deeper, bare).forEach(written::accept);

            assertThat(found(written, byType("user", null)))
                    .containsExactly(id(bare), id(updated), id(created));
            assertThat(found(written, byType("user.profile", null))).containsExactly(id(deeper));
            assertThat(found(written, byType("user.updated", null))).containsExactly(id(updated));
            assertThat(found(written, byType(null, "updated")))
                    .containsExactly(id(deeper), id(updated));
            assertThat(found(written, byType("user", "updated"))).containsExactly(id(updated));
            assertThat(found(written, byType(null, ""))).containsExactly(id(bare));
            assertThat(found(written, byType(null, "profile.updated"))).isEmpty();
            assertThat(found(written, byType("use", null))).isEmpty();
            assertThat(found(written, byType("user%", null))).isEmpty();
        }
    }

    @Test
    default void events_are_found_by_entity_in_its_json_type() {
        try (WrittenLog written = open()) {
            AcceptedEvent text = event(1, ACME, "a.b", new EntityId.Text("7"));
            AcceptedEvent number = event(2, ACME, "a.b", new EntityId.Numeric("7"));
            AcceptedEvent none = event(3, ACME, "a.b", EntityId.NONE);
            List.of(text, number, none).forEach(written::accept);

            assertThat(found(written, byEntity(new EntityId.Text("7")))).containsExactly(id(text));
            assertThat(found(written, byEntity(new EntityId.Numeric("7"))))
                    .containsExactly(id(number));
            assertThat(found(written, byEntity(EntityId.NONE))).containsExactly(id(none));
        }
    }

    @Test
    default void events_are_found_by_time_and_organisation() {
        try (WrittenLog written = open()) {
            AcceptedEvent first = event(1, "a.b");
            AcceptedEvent theirs = event(2, OTHER, "a.b", EntityId.NONE);
            AcceptedEvent third = event(3, "a.b");
            List.of(first, theirs, third).forEach(written::accept);

            assertThat(found(written, filter(ACME, TimeRange.ALWAYS)))
                    .containsExactly(id(third), id(first));
            assertThat(found(written, filter(null, TimeRange.ALWAYS)))
                    .containsExactly(id(third), id(theirs), id(first));
            assertThat(found(written, filter(null, new TimeRange(T0 + 2, T0 + 3))))
                    .containsExactly(id(third), id(theirs));
            assertThat(found(written, filter(ACME, new TimeRange(T0, T0 + 1))))
                    .containsExactly(id(first));
        }
    }

    @Test
    default void events_come_in_pages_newest_first() {
        try (WrittenLog written = open()) {
            List<EventId> ids = fiveEvents(written);

            assertThat(page(written, new PageRequest(2, 0, 0, false)))
                    .isEqualTo(new Shown(ids.get(4), ids.get(3), new PageShape(true, 0, 5, false)));
            assertThat(page(written, new PageRequest(2, ids.get(3).seq(), 0, false)))
                    .isEqualTo(new Shown(ids.get(2), ids.get(1), new PageShape(true, 0, 5, false)));
            assertThat(page(written, new PageRequest(2, ids.get(2).seq(), 0, false)))
                    .isEqualTo(
                            new Shown(ids.get(1), ids.get(0), new PageShape(false, 0, 5, false)));
            assertThat(page(written, new PageRequest(3, 0, ids.get(2).seq(), false)))
                    .isEqualTo(
                            new Shown(ids.get(4), ids.get(3), new PageShape(false, 0, 5, false)));
        }
    }

    @Test
    default void events_come_in_pages_oldest_first() {
        try (WrittenLog written = open()) {
            List<EventId> ids = fiveEvents(written);

            assertThat(page(written, new PageRequest(2, 0, 0, true)))
                    .isEqualTo(new Shown(ids.get(0), ids.get(1), new PageShape(true, 0, 5, false)));
            assertThat(page(written, new PageRequest(2, ids.get(2).seq(), 0, true)))
                    .isEqualTo(
                            new Shown(ids.get(3), ids.get(4), new PageShape(false, 0, 5, false)));
            assertThat(page(written, new PageRequest(9, ids.get(0).seq(), ids.get(3).seq(), true)))
                    .isEqualTo(
                            new Shown(ids.get(1), ids.get(2), new PageShape(false, 0, 5, false)));
        }
    }

    private static List<EventId> fiveEvents(WrittenLog written) {
        List<AcceptedEvent> events = LongStream.range(0, 5).mapToObj(n -> event(n, "a.b")).toList();
        events.forEach(written::accept);
        return events.stream().map(EventLogContract::id).toList();
    }

    /** A page of two rows. */
    record Shown(EventId first, EventId second, PageShape shape) {}

    private static Shown page(WrittenLog written, PageRequest request) {
        Page<EventSummary> page = written.log().events(filter(ACME, TimeRange.ALWAYS), request);
        assertThat(page.rows()).hasSize(2);
        return new Shown(
                page.rows().getFirst().id(), page.rows().getLast().id(), PageShape.of(page));
    }

    private static State state(WrittenLog written, AcceptedEvent event) {
        return written.log().eventSummary(id(event)).orElseThrow().state();
    }

    private static EventId id(AcceptedEvent event) {
        return event.event().id();
    }

    private static EventFilter byState(State state) {
        return new EventFilter(ACME, null, null, state, null, TimeRange.ALWAYS);
    }

    private static EventFilter byType(@Nullable String type, @Nullable String action) {
        return new EventFilter(ACME, type, action, null, null, TimeRange.ALWAYS);
    }

    private static EventFilter byEntity(EntityId entity) {
        return new EventFilter(ACME, null, null, null, entity, TimeRange.ALWAYS);
    }

    private static EventFilter filter(@Nullable OrganisationId organisation, TimeRange created) {
        return new EventFilter(organisation, null, null, null, null, created);
    }

    private static List<EventId> found(WrittenLog written, EventFilter filter) {
        Page<EventSummary> page = written.log().events(filter, PageRequest.newest(100));
        assertThat(page.total()).isEqualTo(page.rows().size());
        return page.rows().stream().map(EventSummary::id).toList();
    }
}
