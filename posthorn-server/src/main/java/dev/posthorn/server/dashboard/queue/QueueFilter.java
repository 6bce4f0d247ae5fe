package dev.posthorn.server.dashboard.queue;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Which part of the queue somebody looks at. Empty leaves a part open.
 *
 * @param text part of a webhook's name or URL, or its id
 * @param state {@code pending} or {@code held}
 * @param webhook public id of the one whose deliveries are shown
 * @param after public id of the delivery to go on behind
 * @param task public id of a resend whose progress is shown
 */
public record QueueFilter(String text, String state, String webhook, String after, String task) {
    static final List<String> STATES = List.of("pending", "held");

    /** A URL has no more. */
    private static final int MAX_TEXT = 2048;

    static QueueFilter of(Visit visit) {
        String text = visit.asked("text").orElse("");
        return new QueueFilter(
                text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text,
                visit.asked("state").filter(STATES::contains).orElse(""),
                visit.asked("webhook").orElse(""),
                visit.asked("after").orElse(""),
                visit.asked("task").orElse(""));
    }

    boolean fitsText(Endpoint endpoint, String id) {
        String name = endpoint.settings().name();
        return text.isEmpty()
                || text.equals(id)
                || contains(endpoint.settings().url())
                || (name != null && contains(name));
    }

    boolean fitsState(Endpoint endpoint) {
        return state.isEmpty() || state.equals(state(endpoint));
    }

    /** What waits for an endpoint is held unless that sends. */
    static String state(Endpoint endpoint) {
        return endpoint.sends() ? "pending" : "held";
    }

    private boolean contains(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    QueueFilter withState(String other) {
        return new QueueFilter(text, other, webhook, "", task);
    }

    /** The same with another webhook open, empty for none. */
    QueueFilter opening(String other) {
        return new QueueFilter(text, state, other, "", task);
    }

    QueueFilter behind(String delivery) {
        return new QueueFilter(text, state, webhook, delivery, task);
    }

    /** The queue with this filter. */
    public String href() {
        StringJoiner query = new StringJoiner("&", QueuePages.QUEUE + "?", "");
        query.setEmptyValue(QueuePages.QUEUE);
        add(query, "text", text);
        add(query, "state", state);
        add(query, "webhook", webhook);
        add(query, "after", after);
        add(query, "task", task);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Visit.encoded(value));
        }
    }
}
