package dev.posthorn.server.api.log;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.server.api.resource.SentRequests;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells what attempts sent, with endpoints and profiles as they were then. */
public record PastRequests(DeliveryLog log, Profiles profiles, SenderIdentity identity) {

    /** For one answer; one thread. */
    public SentRequests now() {
        return new SentRequests(log::revision, this::renderer);
    }

    private Optional<RequestRenderer> renderer(Endpoint endpoint) {
        return profile(endpoint).map(profile -> profile.renderer(endpoint, identity));
    }

    /** As it was when this revision of the endpoint was written. */
    private Optional<Profile> profile(Endpoint endpoint) {
        String name = endpoint.settings().profile();
        if (profiles.isBuiltIn(name)) {
            return profiles.named(name);
        }
        OptionalInt version = log.profileVersion(endpoint.id(), endpoint.revision());
        return version.isEmpty() ? Optional.empty() : profiles.version(name, version.getAsInt());
    }
}
