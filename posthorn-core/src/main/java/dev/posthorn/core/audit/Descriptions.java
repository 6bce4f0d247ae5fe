package dev.posthorn.core.audit;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.own.OwnProfile;
import dev.posthorn.core.profile.own.OwnProfileVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
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
                .field("webhook_config_default", organisation.defaultEndpoint())
                .field("paused", organisation.paused())
                .field("state", word(organisation.standing()));
    }

    public static Described of(Key key) {
        return new Described()
                .field("name", key.name())
                .field("scopes", scopes(key.scopes()))
                .field("state", word(key.state()))
                .field("webhook_config", key.endpoint())
                .field("date_expires", time(key.expiresMs()))
                .secret("token", key.tokenHash());
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
                .field("method", word(profile.method()))
                .field("body", word(profile.body()))
                .field("headers", profile.headers())
                .field("signature", profile.signature())
                .field("removed", version.removed());
    }

    /** What tests found out is left out: it is no one's doing. */
    public static Described of(Endpoint endpoint) {
        EndpointSettings settings = endpoint.settings();
        return new Described()
                .field("uid", endpoint.uid())
                .field("url", settings.url())
                .field("name", settings.name())
                .field("description", settings.description())
                .field("profile", settings.profile())
                .field("event_types", settings.eventTypes())
                .field("channels", settings.channels())
                .secret("headers", settings.headers())
                .field("options", settings.options())
                .field("retry", settings.retry())
                .field("stop_on", new TreeSet<>(settings.stopOn()))
                .field("rate_limit", settings.ratePerSecond())
                .field("max_in_flight", settings.maxInFlight())
                .field("ordering", word(settings.ordering()))
                .field("timeout_ms", timeout(settings))
                .field("paused", settings.paused())
                .field("metadata", settings.metadata())
                .field("state", word(endpoint.state()))
                .field("state_reason", endpoint.stateReason())
                .secret("secret", endpoint.secrets().current());
    }

    private static @Nullable Long timeout(EndpointSettings settings) {
        return settings.timeout() == null ? null : (Long) settings.timeout().toMillis();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String scopes(Set<Scope> scopes) {
        return new TreeSet<>(scopes)
                .stream().map(Descriptions::word).collect(Collectors.joining(" "));
    }

    private static @Nullable Instant time(@Nullable Long ms) {
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }
}
