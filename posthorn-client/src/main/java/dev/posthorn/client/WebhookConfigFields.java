package dev.posthorn.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to set on an endpoint when it is created or updated; what is not named stays as it is.
 * Immutable.
 */
public final class WebhookConfigFields {
    private final Map<String, @Nullable Object> fields;

    private WebhookConfigFields(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /**
     * Nothing yet.
     *
     * @return these and it
     */
    public static WebhookConfigFields none() {
        return new WebhookConfigFields(Map.of());
    }

    /**
     * Where to send.
     *
     * @param url such as {@code https://example.com/webhooks}
     * @return these and it
     */
    public static WebhookConfigFields url(String url) {
        return none().set("url", url);
    }

    /**
     * What people call it.
     *
     * @param name for people
     * @return these and it
     */
    public WebhookConfigFields name(String name) {
        return set("name", name);
    }

    /**
     * {@code ricloud}, {@code eventinsight}, {@code fastcomments}, {@code standard} …
     *
     * @param profile its name
     * @return these and it
     */
    public WebhookConfigFields profile(String profile) {
        return set("profile", profile);
    }

    /**
     * Slugs and patterns such as {@code user.*}.
     *
     * @param slugs slugs and patterns
     * @return these and it
     */
    public WebhookConfigFields eventTypes(String... slugs) {
        return set("event_types", List.of(slugs));
    }

    /**
     * {@code new} or {@code deactivated}.
     *
     * @param state {@code new} or {@code deactivated}
     * @return these and it
     */
    public WebhookConfigFields state(String state) {
        return set("state", state);
    }

    /**
     * Holds deliveries without using attempts until it is false again.
     *
     * @param paused whether to hold
     * @return these and it
     */
    public WebhookConfigFields paused(boolean paused) {
        return set("paused", paused);
    }

    /**
     * What gets requests past a door before the receiver; a change has the endpoint tested anew.
     *
     * @param auth null for nothing
     * @return these and it
     */
    public WebhookConfigFields auth(@Nullable EndpointAuth auth) {
        return set("auth", auth == null ? null : auth.map());
    }

    /**
     * Any field of the API by its name there; null is sent as null.
     *
     * @param field by its name in the API
     * @param value as the API writes it
     * @return these and it
     */
    public WebhookConfigFields set(String field, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new WebhookConfigFields(more);
    }

    /**
     * These and those of {@code others}, which win.
     *
     * @param others what to set as well
     * @return these and it
     */
    public WebhookConfigFields and(WebhookConfigFields others) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.putAll(others.fields);
        return new WebhookConfigFields(more);
    }

    Map<String, @Nullable Object> map() {
        return fields;
    }
}
