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

    public static WebhookConfigFields none() {
        return new WebhookConfigFields(Map.of());
    }

    public static WebhookConfigFields url(String url) {
        return none().set("url", url);
    }

    public WebhookConfigFields name(String name) {
        return set("name", name);
    }

    /** {@code ricloud}, {@code eventinsight}, {@code fastcomments}, {@code standard} … */
    public WebhookConfigFields profile(String profile) {
        return set("profile", profile);
    }

    /** Slugs and patterns such as {@code user.*}. */
    public WebhookConfigFields eventTypes(String... slugs) {
        return set("event_types", List.of(slugs));
    }

    /** {@code new} or {@code deactivated}. */
    public WebhookConfigFields state(String state) {
        return set("state", state);
    }

    /** Holds deliveries without using attempts until it is false again. */
    public WebhookConfigFields paused(boolean paused) {
        return set("paused", paused);
    }

    /** Any field of the API by its name there; null is sent as null. */
    public WebhookConfigFields set(String field, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new WebhookConfigFields(more);
    }

    /** These and those of {@code others}, which win. */
    public WebhookConfigFields and(WebhookConfigFields others) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.putAll(others.fields);
        return new WebhookConfigFields(more);
    }

    Map<String, @Nullable Object> map() {
        return fields;
    }
}
