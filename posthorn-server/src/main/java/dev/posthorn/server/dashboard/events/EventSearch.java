package dev.posthorn.server.dashboard.events;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.log.EventSummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.dashboard.desk.DeskLog;
import dev.posthorn.server.dashboard.shown.LocalTimes;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to see. Empty leaves a part open.
 *
 * @param type a slug or an entity
 * @param entity an entity id
 * @param since as a field for local time has it, in UTC; also {@code until}
 */
public record EventSearch(String type, String entity, String state, String since, String until) {
    static final List<String> STATES = List.of("pending", "delivered", "failed");

    /** Ids and slugs are shorter. */
    private static final int MAX_TEXT = 300;

    static EventSearch of(Visit visit) {
        return new EventSearch(
                text(visit, "type"),
                text(visit, "entity"),
                visit.asked("state").filter(STATES::contains).orElse(""),
                text(visit, "since"),
                text(visit, "until"));
    }

    private static String text(Visit visit, String name) {
        String text = visit.asked(name).orElse("");
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** A number may be meant as either of JSON's types: first as a number. */
    Page<EventSummary> find(DeskLog log, PageRequest page) {
        if (entity.matches("-?(0|[1-9][0-9]*)")) {
            Page<EventSummary> numbers = find(log, new EntityId.Numeric(entity), page);
            if (!numbers.rows().isEmpty() || numbers.hasMore()) {
                return numbers;
            }
        }
        return find(log, entity.isEmpty() ? null : new EntityId.Text(entity), page);
    }

    private Page<EventSummary> find(DeskLog log, @Nullable EntityId id, PageRequest page) {
        return log.events(type.isEmpty() ? null : type, null, wanted(), id, times(), page);
    }

    private EventSummary.@Nullable State wanted() {
        return state.isEmpty() ? null : EventSummary.State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    /** What is no time leaves its end open. */
    TimeRange times() {
        return new TimeRange(
                LocalTimes.ms(since).orElse(TimeRange.ALWAYS.fromMs()),
                LocalTimes.endOfMinute(until).orElse(TimeRange.ALWAYS.toMs()));
    }

    public boolean isOpen() {
        return href("").equals(EventPages.LIST);
    }

    EventSearch withState(String other) {
        return new EventSearch(type, entity, other, since, until);
    }

    /** The list with this search. {@code after}: public id to go on behind, empty for the start. */
    String href(String after) {
        StringJoiner query = new StringJoiner("&", EventPages.LIST + "?", "");
        query.setEmptyValue(EventPages.LIST);
        add(query, "type", type);
        add(query, "entity", entity);
        add(query, "state", state);
        add(query, "since", since);
        add(query, "until", until);
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Visit.encoded(value));
        }
    }
}
