package dev.posthorn.server.api.listener;

import dev.posthorn.core.administration.NewListener;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.api.endpoint.EndpointBody;
import dev.posthorn.server.api.endpoint.EndpointWishes;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.listener.ListenerLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which listener is wanted. */
final class ListenerBody {
    private static final int MAX_SECRET = 256;
    private static final String USUAL_NAME = "default";

    private String name = USUAL_NAME;
    private @Nullable String secret;

    private ListenerBody() {}

    /** {@code organisation}: the public id of {@code owner}. Throws for everything wrong. */
    static NewListener read(BodyFields body, Organisation owner, String organisation) {
        ListenerBody wanted = new ListenerBody();
        body.text("name", ListenerAddress.MAX_NAME, name -> wanted.name = name);
        if (!ListenerAddress.isName(wanted.name)) {
            body.problem("name", "must be 1 to " + ListenerAddress.MAX_NAME + " of A-Za-z0-9._-");
        }
        body.text("secret", MAX_SECRET, text -> wanted.secret = text);
        EndpointWishes wishes = new EndpointWishes();
        EndpointBody.sending(body, owner.defaultProfile(), wishes);
        String url = new ListenerAddress(organisation, wanted.name).url();
        EndpointSettings settings = wishes.applied(wanted.usual(url, owner.defaultProfile()));
        check(settings, body);
        body.done();
        return new NewListener(owner.id(), bounded(settings), wanted.secret);
    }

    private static EndpointSettings bounded(EndpointSettings settings) {
        return settings.maxInFlight() != null
                ? settings
                : new SettingsDraft(settings).maxInFlight(ListenerLimits.MAX_IN_FLIGHT).settings();
    }

    private static void check(EndpointSettings settings, BodyFields body) {
        // A routed one would become what an organisation's events fall back to.
        if (settings.eventTypes() == null) {
            body.problem("event_types", "must be slugs and patterns; * for all");
        }
        Integer atOnce = settings.maxInFlight();
        if (atOnce != null && atOnce > ListenerLimits.MAX_IN_FLIGHT) {
            body.problem("max_in_flight", "must be at most " + ListenerLimits.MAX_IN_FLIGHT);
        }
    }

    private EndpointSettings usual(String url, String profile) {
        return new SettingsDraft(EndpointSettings.of(url, profile))
                .name("listener " + name)
                .eventTypes(List.of("*"))
                .settings();
    }
}
