package dev.posthorn.server.api.key;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.read.BodyFields;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a body says about a key. What is not there stays as it was. */
final class KeyBody {
    private static final int MAX_NAME = 256;
    private static final int MAX_SCOPES = 4;
    private static final int MAX_WORD = 64;
    private static final Map<String, Scope> SCOPES =
            Map.of(
                    "operator", Scope.OPERATOR,
                    "publish", Scope.PUBLISH,
                    "manage", Scope.MANAGE,
                    "read", Scope.READ);
    private static final Map<String, KeyState> STATES =
            Map.of("active", KeyState.ACTIVE, "deactivated", KeyState.DEACTIVATED);
    private static final Map<String, KeyState> OPERATORS_STATES =
            Map.of(
                    "active", KeyState.ACTIVE,
                    "deactivated", KeyState.DEACTIVATED,
                    "blocked", KeyState.BLOCKED);

    private @Nullable String name;
    private Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    private KeyState state = KeyState.ACTIVE;
    private @Nullable Long endpoint;
    private @Nullable Long expiresMs;

    private KeyBody() {}

    static KeyBody of(Key key) {
        KeyBody body = new KeyBody();
        body.name = key.name();
        body.scopes = key.scopes();
        body.state = key.state();
        body.endpoint = key.endpoint();
        body.expiresMs = key.expiresMs();
        return body;
    }

    static KeyBody empty() {
        return new KeyBody();
    }

    /** {@code endpoints}: the caller's, by id or own id. */
    KeyBody read(
            BodyFields body, boolean operator, Function<String, Optional<Endpoint>> endpoints) {
        body.textOrNull("name", MAX_NAME, wanted -> name = wanted);
        body.texts("scopes", MAX_SCOPES, MAX_WORD, words -> scopes(body, words));
        body.word("state", operator ? OPERATORS_STATES : STATES, wanted -> state = wanted);
        body.textOrNull("date_expires", MAX_WORD, text -> expires(body, text));
        body.textOrNull("webhook_config", MAX_NAME, id -> endpoint(body, id, endpoints));
        return this;
    }

    private void scopes(BodyFields body, List<String> words) {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        for (String word : words) {
            Scope scope = SCOPES.get(word);
            if (scope == null) {
                body.problem("scopes", "must be of publish, manage, read");
                return;
            }
            wanted.add(scope);
        }
        scopes = wanted;
    }

    private void expires(BodyFields body, @Nullable String text) {
        try {
            expiresMs = text == null ? null : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException _) {
            body.problem("date_expires", "must be a time such as 2026-11-22T04:29:00Z");
        }
    }

    private void endpoint(
            BodyFields body, @Nullable String id, Function<String, Optional<Endpoint>> endpoints) {
        if (id == null) {
            endpoint = null;
            return;
        }
        Optional<Endpoint> found = endpoints.apply(id);
        if (found.isEmpty()) {
            body.problem("webhook_config", "there is none by this id");
        }
        found.ifPresent(one -> endpoint = one.id().seq());
    }

    @Nullable String name() {
        return name;
    }

    Set<Scope> scopes() {
        return scopes;
    }

    @Nullable Long endpoint() {
        return endpoint;
    }

    @Nullable Long expiresMs() {
        return expiresMs;
    }

    /** The key with all of it, keeping its token unless {@code tokenHash} is another. */
    Key applied(Key before, String tokenHash) {
        return new Key(
                before.id(),
                before.organisation(),
                name,
                scopes,
                tokenHash,
                state,
                endpoint,
                before.createdMs(),
                expiresMs);
    }
}
