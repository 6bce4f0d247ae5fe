package dev.posthorn.server.dashboard.keys;

import dev.posthorn.core.administration.KeyRejection;
import dev.posthorn.core.administration.KeyResult;
import dev.posthorn.core.administration.NewKey;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.user.Role;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.Once;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keys of the organisation looked at, or all. A token is shown once, on the page the form leads to.
 */
public final class KeyPages {
    public static final String LIST = "/ui/keys";
    private static final String TEMPLATE = "page/keys";

    private final People people;
    private final Cookies cookies;

    public KeyPages(People people, Cookies cookies) {
        this.people = people;
        this.cookies = cookies;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.ADMINISTERS, this::list),
                PageRoute.post(LIST, Need.ADMINISTERS, this::create),
                PageRoute.post(LIST + "/{id}/rotate", Need.ADMINISTERS, this::rotate),
                PageRoute.post(LIST + "/{id}/active", Need.ADMINISTERS, KeyPages::active));
    }

    private Response list(Visit visit) {
        KeyList list = shown(visit, NewKeyForm.EMPTY);
        Optional<Once> once = Once.of(visit);
        if (once.isEmpty()) {
            return visit.page(TEMPLATE, list);
        }
        Map<String, String> over = Map.of("Set-Cookie", cookies.onceOver(LIST));
        KeyList told =
                find(visit, once.get().of())
                        .map(key -> list.withToken(once.get().secret(), KeyRow.name(key, visit)))
                        .orElse(list);
        return visit.page(TEMPLATE, told, over);
    }

    private static KeyList shown(Visit visit, NewKeyForm form) {
        return KeyList.of(visit, visit.desk().keys(), form);
    }

    private Response create(Visit visit) {
        TypedKey typed = new TypedKey(visit);
        NewKey wanted = typed.read();
        if (!typed.problems().isEmpty()) {
            return again(visit, typed.problems());
        }
        String token = people.token();
        KeyResult result =
                visit.desk()
                        .ports()
                        .keys()
                        .create(wanted, Tokens.hash(token), visit.desk().nowMs());
        return switch (result) {
            case KeyResult.Done(Key key) -> once(visit, key, token);
            case KeyResult.Refused(KeyRejection why) ->
                    again(visit, Map.of("form", sentence(why, visit.words())));
        };
    }

    private static Response again(Visit visit, Map<String, String> problems) {
        return visit.page(422, TEMPLATE, shown(visit, NewKeyForm.of(visit.form(), problems)));
    }

    private Response once(Visit visit, Key key, String token) {
        Once made = new Once(visit.desk().ids().text(key.id().seq()), token);
        return visit.to(LIST, Map.of("Set-Cookie", cookies.once(LIST, made)));
    }

    private Response rotate(Visit visit) {
        String token = people.token();
        Key key = changed(visit, null, Tokens.hash(token));
        return once(visit, key, token);
    }

    private static Response active(Visit visit) {
        boolean active = visit.form().text("active").equals("true");
        changed(visit, active ? KeyState.ACTIVE : KeyState.DEACTIVATED, null);
        return visit.to(LIST, active ? "key-back" : "key-off");
    }

    /** What an operator blocked only an operator opens again. */
    private static Key changed(Visit visit, @Nullable KeyState state, @Nullable String tokenHash) {
        Key key = named(visit);
        boolean operator = visit.desk().visitor().role() == Role.OPERATOR;
        if (key.state() == KeyState.BLOCKED && !operator) {
            throw conflict(visit.words().say("keys.blocked"));
        }
        KeyResult result =
                visit.desk()
                        .ports()
                        .keys()
                        .update(key.id(), before -> with(before, state, tokenHash));
        return switch (result) {
            case KeyResult.Done(Key after) -> after;
            case KeyResult.Refused(KeyRejection why) ->
                    throw conflict(sentence(why, visit.words()));
        };
    }

    private static Key with(Key before, @Nullable KeyState state, @Nullable String tokenHash) {
        return new Key(
                before.id(),
                before.organisation(),
                before.name(),
                before.scopes(),
                tokenHash == null ? before.tokenHash() : tokenHash,
                state == null ? before.state() : state,
                before.endpoint(),
                before.createdMs(),
                before.expiresMs());
    }

    private static Key named(Visit visit) {
        return find(visit, visit.request().value("id"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static Optional<Key> find(Visit visit, String id) {
        OptionalLong seq = visit.desk().ids().seq(id);
        return visit.desk().keys().stream()
                .filter(key -> seq.isPresent() && key.id().equals(new KeyId(seq.getAsLong())))
                .findFirst();
    }

    private static String sentence(KeyRejection why, Words words) {
        return switch (why) {
            case KeyRejection.NoSuchKey(), KeyRejection.NoSuchOrganisation() ->
                    words.say("error.not-found");
            case KeyRejection.NoSuchEndpoint() -> words.say("keys.no-endpoint");
            case KeyRejection.NoScopes() -> words.say("keys.no-scopes");
            case KeyRejection.ScopesDoNotFit() -> words.say("keys.bad-scopes");
            case KeyRejection.TooMany(int most) -> words.say("keys.too-many", most);
        };
    }

    private static RefusedException conflict(String why) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, why));
    }
}
