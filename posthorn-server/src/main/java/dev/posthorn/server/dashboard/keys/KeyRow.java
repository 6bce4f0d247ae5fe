package dev.posthorn.server.dashboard.keys;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key in the list.
 *
 * @param owner name of its organisation; empty for the operator's own
 * @param endpoint name or URL of its own endpoint; empty for none
 * @param state {@code active}, {@code deactivated}, {@code blocked} or {@code expired}
 * @param expiresMs 0 for never
 */
public record KeyRow(
        String id,
        String name,
        String owner,
        List<String> scopes,
        String endpoint,
        String state,
        long createdMs,
        long expiresMs) {
    static KeyRow of(Key key, Visit visit) {
        Directory directory = visit.desk().ports().directory();
        Long expires = key.expiresMs();
        return new KeyRow(
                visit.desk().ids().text(key.id().seq()),
                name(key, visit),
                owner(key.organisation(), directory),
                new TreeSet<>(key.scopes()).stream().map(KeyRow::word).toList(),
                endpoint(key.endpoint(), directory),
                state(key, visit.desk().nowMs()),
                key.createdMs(),
                expires == null ? 0 : expires);
    }

    static String name(Key key, Visit visit) {
        String name = key.name();
        return name == null ? visit.words().say("webhooks.unnamed") : name;
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static String owner(@Nullable OrganisationId owner, Directory directory) {
        return owner == null
                ? ""
                : directory.organisation(owner).map(Organisation::name).orElse("");
    }

    private static String endpoint(@Nullable Long seq, Directory directory) {
        return seq == null
                ? ""
                : directory.endpoint(new EndpointId(seq)).map(KeyRow::shown).orElse("");
    }

    static String shown(Endpoint endpoint) {
        String name = endpoint.settings().name();
        return name == null ? endpoint.settings().url() : name;
    }

    private static String state(Key key, long nowMs) {
        return key.state() == KeyState.ACTIVE && !key.usableAt(nowMs)
                ? "expired"
                : key.state().name().toLowerCase(Locale.ROOT);
    }

    /** Whether its token could be of use again. */
    public boolean active() {
        return state.equals("active") || state.equals("expired");
    }

    public boolean blocked() {
        return state.equals("blocked");
    }
}
