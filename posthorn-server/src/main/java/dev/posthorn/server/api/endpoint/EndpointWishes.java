package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a body says about an endpoint, checked field by field. One thread. */
final class EndpointWishes {
    private final List<Consumer<SettingsDraft>> settings = new ArrayList<>();
    @Nullable String uid;
    @Nullable String secret;
    @Nullable String organisation;
    EndpointUpdate.@Nullable Wish state;
    boolean tested = true;

    void setting(Consumer<SettingsDraft> step) {
        settings.add(step);
    }

    EndpointSettings applied(EndpointSettings before) {
        SettingsDraft draft = new SettingsDraft(before);
        settings.forEach(step -> step.accept(draft));
        return draft.settings();
    }
}
