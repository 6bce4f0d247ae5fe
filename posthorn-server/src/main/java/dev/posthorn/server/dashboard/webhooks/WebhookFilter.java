package dev.posthorn.server.dashboard.webhooks;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Which webhooks somebody wants to see. Empty leaves a part open.
 *
 * @param text part of a name or URL, or an id
 * @param state as in {@link WebhookRow#state}
 */
public record WebhookFilter(String text, String state, String profile) {
    static final List<String> STATES = List.of("valid", "invalid", "new", "paused", "deactivated");

    /** A URL has no more. */
    private static final int MAX_TEXT = 2048;

    static WebhookFilter of(Visit visit) {
        String text = visit.asked("text").orElse("");
        return new WebhookFilter(
                text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text,
                visit.asked("state").filter(STATES::contains).orElse(""),
                visit.asked("profile").orElse(""));
    }

    /** Whether it fits in all but its state, for the numbers beside the states. */
    boolean fitsApartFromState(Endpoint endpoint, String id) {
        return (profile.isEmpty() || profile.equals(endpoint.settings().profile()))
                && (text.isEmpty() || isFound(endpoint, id));
    }

    boolean fitsState(Endpoint endpoint) {
        return state.isEmpty() || state.equals(WebhookRow.state(endpoint));
    }

    private boolean isFound(Endpoint endpoint, String id) {
        String name = endpoint.settings().name();
        return text.equals(id)
                || text.equals(endpoint.uid())
                || contains(endpoint.settings().url())
                || (name != null && contains(name));
    }

    private boolean contains(String where) {
        return where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    public boolean isOpen() {
        return text.isEmpty() && state.isEmpty() && profile.isEmpty();
    }

    /** The same with another state. */
    WebhookFilter withState(String other) {
        return new WebhookFilter(text, other, profile);
    }

    /**
     * The list with this filter. {@code after}: public id to continue after, empty for the start.
     */
    String href(String after) {
        StringJoiner query = new StringJoiner("&", WebhookPages.LIST + "?", "");
        query.setEmptyValue(WebhookPages.LIST);
        add(query, "text", text);
        add(query, "state", state);
        add(query, "profile", profile);
        add(query, "after", after);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Visit.encoded(value));
        }
    }
}
