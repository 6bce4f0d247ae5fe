package dev.posthorn.core.administration;

import dev.posthorn.core.administration.EndpointRejection.BadSecret;
import dev.posthorn.core.administration.EndpointRejection.NoSuchProfile;
import dev.posthorn.core.administration.EndpointRejection.TooMany;
import dev.posthorn.core.administration.EndpointRejection.UidTaken;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.signature.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold for an endpoint beside others. */
final class EndpointRules {
    /** Twice what one organisation was ever measured with. Deactivated ones do not count. */
    static final int MAX_ENDPOINTS = 20_000;

    private final Directory directory;
    private final Profiles profiles;

    EndpointRules(Directory directory, Profiles profiles) {
        this.directory = directory;
        this.profiles = profiles;
    }

    Optional<EndpointRejection> against(NewEndpoint wanted) {
        return count(wanted.organisation()) >= MAX_ENDPOINTS
                ? Optional.of(new TooMany(MAX_ENDPOINTS))
                : secret(wanted.settings().profile(), wanted.secret())
                        .or(() -> uid(wanted.organisation(), wanted.uid()));
    }

    Optional<EndpointRejection> against(EndpointRevision revision) {
        Endpoint before = revision.before();
        Endpoint after = revision.after();
        boolean secretMatters =
                !after.secrets().current().equals(before.secrets().current())
                        || !after.settings().profile().equals(before.settings().profile());
        String secret = secretMatters ? after.secrets().current().text() : null;
        String uid = after.uid() == null || after.uid().equals(before.uid()) ? null : after.uid();
        return secret(after.settings().profile(), secret).or(() -> uid(after.organisation(), uid));
    }

    Optional<Profile> profile(Endpoint endpoint) {
        return profiles.named(endpoint.settings().profile());
    }

    private long count(OrganisationId organisation) {
        return directory.endpoints(organisation).stream()
                .filter(endpoint -> endpoint.state() != EndpointState.DEACTIVATED)
                .count();
    }

    private Optional<EndpointRejection> secret(String profileName, @Nullable String secret) {
        Optional<Profile> profile = profiles.named(profileName);
        if (profile.isEmpty()) {
            return Optional.of(new NoSuchProfile(profileName));
        }
        return Optional.ofNullable(secret)
                .flatMap(text -> Secrets.problem(text, profile.get().secretForm()))
                .map(BadSecret::new);
    }

    private Optional<EndpointRejection> uid(OrganisationId organisation, @Nullable String uid) {
        if (uid == null) {
            return Optional.empty();
        }
        boolean taken =
                directory.endpoints(organisation).stream()
                        .anyMatch(endpoint -> uid.equals(endpoint.uid()));
        return taken ? Optional.of(new UidTaken(uid)) : Optional.empty();
    }
}
