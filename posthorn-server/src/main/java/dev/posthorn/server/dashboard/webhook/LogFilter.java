package dev.posthorn.server.dashboard.webhook;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.dashboard.shown.LocalTimes;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log somebody wants to see. Empty leaves a part open.
 *
 * @param state of deliveries; with it, or with a type, deliveries are listed instead of requests
 * @param type a slug or an entity
 * @param since as a field for local time has it, in UTC; also {@code until}
 * @param delivery public id of the one whose requests are listed
 */
public record LogFilter(String state, String type, String since, String until, String delivery) {
    static final List<String> STATES = List.of("delivered", "pending", "failed", "cancelled");

    /** Ids and slugs are shorter. */
    private static final int MAX_TEXT = 300;

    static LogFilter of(Visit visit) {
        return new LogFilter(
                visit.asked("state").filter(STATES::contains).orElse(""),
                text(visit, "type"),
                text(visit, "since"),
                text(visit, "until"),
                text(visit, "delivery"));
    }

    private static String text(Visit visit, String name) {
        String text = visit.asked(name).orElse("");
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    public boolean isOpen() {
        return query("").isEmpty();
    }

    public boolean listsDeliveries() {
        return delivery.isEmpty() && !(state.isEmpty() && type.isEmpty());
    }

    LogFilter withState(String other) {
        return new LogFilter(other, type, since, until, "");
    }

    static LogFilter ofDelivery(String id) {
        return new LogFilter("", "", "", "", id);
    }

    @Nullable DeliveryState wanted() {
        return state.isEmpty() ? null : DeliveryState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    @Nullable DeliveryId only(Visit visit) {
        OptionalLong seq = visit.desk().ids().seq(delivery);
        return delivery.isEmpty() ? null : new DeliveryId(seq.orElse(0));
    }

    /** What is no time leaves its end open. */
    TimeRange times() {
        return new TimeRange(
                LocalTimes.ms(since).orElse(TimeRange.ALWAYS.fromMs()),
                LocalTimes.endOfMinute(until).orElse(TimeRange.ALWAYS.toMs()));
    }

    /** Newest first, of these times: the numbers of rows rise with time. */
    PageRequest page(int limit, long after) {
        TimeRange times = times();
        boolean ends = times.toMs() < TimeRange.ALWAYS.toMs();
        long start = ends ? Sequence.firstOf(times.toMs() + 1) : 0;
        long from = after == 0 || (ends && start < after) ? start : after;
        long stop = times.fromMs() == 0 ? 0 : Sequence.firstOf(times.fromMs()) - 1;
        return new PageRequest(limit, from, stop, false);
    }

    /** With its question mark; empty for nothing. {@code after}: empty for the start. */
    String query(String after) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        add(query, "state", state);
        add(query, "type", type);
        add(query, "since", since);
        add(query, "until", until);
        add(query, "delivery", delivery);
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Visit.encoded(value));
        }
    }
}
