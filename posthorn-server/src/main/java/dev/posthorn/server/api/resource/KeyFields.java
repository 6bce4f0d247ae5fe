package dev.posthorn.server.api.resource;

import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.json.Fields;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.Locale;

/** The resource {@code key}. */
public final class KeyFields implements Fields<KeyView> {
    @Override
    public void write(KeyView view, JsonWriter json) {
        Key key = view.key();
        json.id("id", key.id().seq())
                .text("resource", "key")
                .id("organisation", key.organisation() == null ? null : key.organisation().seq())
                .text("name", key.name())
                .texts("scopes", key.scopes().stream().sorted().map(KeyFields::word).toList())
                .id("webhook_config", key.endpoint())
                .text("state", state(view));
        if (view.token() != null) {
            json.text("token", view.token());
        }
        json.time("date_created", key.createdMs())
                .time("date_expires", key.expiresMs())
                .time("date_last_used", view.lastUsedMs());
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static String state(KeyView view) {
        KeyState state = view.key().state();
        if (state == KeyState.ACTIVE && !view.key().usableAt(view.nowMs())) {
            return "expired";
        }
        return state.name().toLowerCase(Locale.ROOT);
    }
}
