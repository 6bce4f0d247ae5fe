package dev.posthorn.core.audit;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointAuth;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import dev.posthorn.core.profile.own.OwnSignature;
import dev.posthorn.core.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the trail says of configuration: names as in the API, secrets masked. */
public final class Descriptions {
    /** Of what is not there yet. */
    public static final Described NOTHING = new Described();

    private Descriptions() {}

    public static Described of(Organisation organisation) {
        return new Described()
                .field("uid", organisation.uid())
                .field("name", organisation.name())
                .field("slug", organisation.slug())
                .field("default_profile", organisation.defaultProfile())
                .id("webhook_config_default", organisation.defaultEndpoint())
                .field("paused", organisation.paused())
                .field("state", Chosen.word(organisation.standing()));
    }

    public static Described of(Key key) {
        return new Described()
                .field("name", key.name())
                .field("scopes", scopes(key.scopes()))
                .field("state", Chosen.word(key.state()))
                .id("webhook_config", key.endpoint())
                .field("date_expires", time(key.expiresMs()))
                .secret("token", key.tokenHash());
    }

    public static Described of(User user) {
        return new Described()
                .field("email", user.email())
                .field("name", user.name())
                .field("role", Chosen.word(user.role()))
                .field("active", Chosen.flag(user.active()))
                .secret("password", user.passwordHash());
    }

    public static Described of(TypeEntry entry) {
        return new Described()
                .field("description", entry.description())
                .field("schema", text(entry.schema()))
                .field("enforce", entry.enforce())
                .field("example", text(entry.example()))
                .field("archived", entry.archived());
    }

    private static @Nullable String text(@Nullable Payload json) {
        return json == null ? null : new String(json.bytes(), StandardCharsets.UTF_8);
    }

    public static Described of(OwnProfileVersion version) {
        OwnProfile profile = version.definition();
        return new Described()
                .field("method", Chosen.word(profile.method()))
                .field("body", Chosen.word(profile.body()))
                .field("headers", Chosen.several(profile.headers()))
                .field("signature", signed(profile.signature()))
                .field("removed", version.removed());
    }

    private static @Nullable String signed(@Nullable OwnSignature signature) {
        return signature == null
                ? null
                : "%s: %s of %s by %s"
                        .formatted(
                                signature.header(),
                                signature.value(),
                                signature.content(),
                                Chosen.word(signature.form().algorithm()));
    }

    /** What tests found out is left out: it is no one's doing. */
    public static Described of(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        EndpointAuth auth = settings.auth();
        Described chosen =
                new Described()
                        .field("uid", endpoint.uid())
                        .field("url", settings.url())
                        .field("name", settings.name())
                        .field("description", settings.description())
                        .field("profile", settings.profile())
                        .field("event_types", Chosen.several(settings.eventTypes()))
                        .field("channels", Chosen.several(settings.channels()))
                        .secret("headers", settings.headers().isEmpty() ? null : settings.headers())
                        .field("auth.type", auth == null ? null : auth.type())
                        .secret("auth", auth)
                        .field("retry", Chosen.retry(settings.retry()))
                        .field("retry.stop_on", Chosen.several(new TreeSet<>(settings.stopOn())))
                        .field("rate_limit", settings.ratePerSecond())
                        .field("max_in_flight", settings.maxInFlight())
                        .field("ordering", Chosen.word(settings.ordering()))
                        .field("timeout_ms", timeout(settings))
                        .field("paused", Chosen.flag(settings.paused()))
                        .field("metadata", Chosen.several(settings.metadata()));
        return Chosen.options(chosen, settings.options())
                .field("state", Chosen.word(endpoint.state()))
                .field("state_reason", endpoint.stateReason())
                .secret("secret", endpoint.secrets().current());
    }

    private static @Nullable Long timeout(EndpointSettings settings) {
        return settings.timeout() == null ? null : (Long) settings.timeout().toMillis();
    }

    private static String scopes(Set<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Chosen::word).collect(Collectors.joining(" "));
    }

    private static @Nullable Instant time(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
