package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.http.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a body says about an endpoint, checked field by field. One thread. */
public final class EndpointWishes {
    private final List<Consumer<SettingsDraft>> settings = new ArrayList<>();
    @Nullable String uid;
    @Nullable String secret;
    @Nullable String organisation;
    EndpointUpdate.@Nullable Wish state;
    boolean tested = true;
    boolean operational;

    void setting(Consumer<SettingsDraft> step) {
        settings.add(step);
    }

    public EndpointSettings applied(EndpointSettings before) {
        SettingsDraft draft = new SettingsDraft(before);
        settings.forEach(step -> step.accept(draft));
        return draft.settings();
    }

    /** {@code uid}: given by the path, null for none; the body may only repeat it. */
    void named(@Nullable String path, BodyFields body) {
        if (path == null) {
            return;
        }
        if (uid != null && !uid.equals(path)) {
            body.problem("uid", "must be the one in the path, or left out");
        }
        uid = path;
    }

    /** To hear of other organisations is up to the operator. */
    void heard(Caller caller, BodyFields body) {
        if (operational && !caller.operator()) {
            body.problem("operational", "only the operator may set it");
        }
    }

    /** Leaving the test out is up to the operator, and is no wish for a test. */
    void trusted(Caller caller, BodyFields body) {
        if (!tested && !caller.operator()) {
            body.problem("test", "only the operator may leave the test out");
        } else if (!tested && state == EndpointUpdate.Wish.NEW) {
            body.problem("test", "cannot be false with the state new, which asks for a test");
        }
    }

    NewEndpoint.Start start() {
        if (state == EndpointUpdate.Wish.DEACTIVATED) {
            return NewEndpoint.Start.DEACTIVATED;
        }
        return tested ? NewEndpoint.Start.TESTED : NewEndpoint.Start.TRUSTED;
    }

    /** The state wanted; null for none. */
    EndpointUpdate.@Nullable Wish wish() {
        return tested || state != null ? state : EndpointUpdate.Wish.TRUSTED;
    }
}
