package dev.posthorn.core.administration;

import dev.posthorn.core.administration.EndpointRejection.BadAuth;
import dev.posthorn.core.administration.EndpointRejection.BadSecret;
import dev.posthorn.core.administration.EndpointRejection.NoSuchOrganisation;
import dev.posthorn.core.administration.EndpointRejection.NoSuchProfile;
import dev.posthorn.core.administration.EndpointRejection.TooMany;
import dev.posthorn.core.administration.EndpointRejection.TooManyOldSecrets;
import dev.posthorn.core.administration.EndpointRejection.UidTaken;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profile;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.signature.Ed25519Keys;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.signature.Secrets;
import java.util.List;
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
        if (directory.organisation(wanted.organisation()).isEmpty()) {
            return Optional.of(new NoSuchOrganisation());
        }
        return count(wanted.organisation()) >= MAX_ENDPOINTS
                ? Optional.of(new TooMany(MAX_ENDPOINTS))
                : secret(wanted.settings(), wanted.secret())
                        .or(() -> uid(wanted.organisation(), wanted.uid()))
                        .or(() -> auth(wanted.settings()));
    }

    Optional<EndpointRejection> against(EndpointRevision revision) {
        Endpoint before = revision.before();
        Endpoint after = revision.after();
        boolean secretMatters =
                !inUse(after).equals(inUse(before))
                        || !after.settings().profile().equals(before.settings().profile());
        String secret = secretMatters ? inUse(after).text() : null;
        String uid = after.uid() == null || after.uid().equals(before.uid()) ? null : after.uid();
        return secret(after.settings(), secret)
                .or(() -> uid(after.organisation(), uid))
                .or(() -> auth(after.settings()));
    }

    /** {@code after}: with the secrets wanted. */
    Optional<EndpointRejection> againstRotation(Endpoint before, Endpoint after) {
        if (inUse(after).equals(inUse(before))) {
            return Optional.of(new BadSecret("is the one in use"));
        }
        List<Previous> old = after.secrets().previous();
        if (old.size() > SecretRotation.MAX_OLD_SECRETS) {
            long freeAtMs = old.stream().mapToLong(Previous::untilMs).min().orElseThrow();
            return Optional.of(new TooManyOldSecrets(SecretRotation.MAX_OLD_SECRETS, freeAtMs));
        }
        return secret(after.settings(), inUse(after).text());
    }

    /** The pair where pairs sign; there is one then. */
    private static Secret inUse(Endpoint endpoint) {
        Secret pair = endpoint.secrets().ed25519();
        return SecretMaker.isOfPairs(endpoint.settings()) && pair != null
                ? pair
                : endpoint.secrets().current();
    }

    Optional<Profile> profile(Endpoint endpoint) {
        return profiles.named(endpoint.settings().profile());
    }

    private long count(OrganisationId organisation) {
        return directory.endpoints(organisation).stream()
                .filter(endpoint -> endpoint.state() != EndpointState.DEACTIVATED)
                .count();
    }

    private Optional<EndpointRejection> secret(EndpointSettings settings, @Nullable String secret) {
        Optional<Profile> profile = profiles.named(settings.profile());
        if (profile.isEmpty()) {
            return Optional.of(new NoSuchProfile(settings.profile()));
        }
        return Optional.ofNullable(secret)
                .flatMap(text -> problem(text, settings, profile.get()))
                .map(BadSecret::new);
    }

    private static Optional<String> problem(
            String text, EndpointSettings settings, Profile profile) {
        return SecretMaker.isOfPairs(settings)
                ? Ed25519Keys.problem(text)
                : Secrets.problem(text, profile.secretForm());
    }

    /** What of its authentication does not go with its other settings. */
    private static Optional<EndpointRejection> auth(EndpointSettings settings) {
        EndpointAuth auth = settings.auth();
        if (auth == null) {
            return Optional.empty();
        }
        if (auth.setsAuthorization()
                && settings.headers().keySet().stream()
                        .anyMatch(name -> name.equalsIgnoreCase("Authorization"))) {
            return Optional.of(new BadAuth("cannot be set beside an own header Authorization"));
        }
        boolean tls = settings.url().regionMatches(true, 0, "https:", 0, "https:".length());
        return auth instanceof EndpointAuth.ClientCertificate && !tls
                ? Optional.of(new BadAuth("of type mtls needs an https URL"))
                : Optional.empty();
    }

    private Optional<EndpointRejection> uid(OrganisationId organisation, @Nullable String uid) {
        if (uid == null) {
            return Optional.empty();
        }
        return directory.endpoint(organisation, uid).<EndpointRejection>map(_ -> new UidTaken(uid));
    }
}
