package dev.posthorn.server.store.row;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.Session.Holder;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of {@code person}, {@code sign_in} and {@code one_time_link}. */
public final class PeopleCodec {
    private PeopleCodec() {}

    public static String encode(User user) {
        OrganisationId owner = user.organisation();
        return Json.object()
                .put("name", user.name())
                .put("password", user.passwordHash())
                .put("org", owner == null ? null : (Long) owner.seq())
                .put("role", user.role().name())
                .put("active", user.active())
                .put("created_ms", user.createdMs())
                .toString();
    }

    public static User user(long seq, String email, String body) {
        JsonNode json = Json.read(body);
        Long owner = Json.longOrNull(json, "org");
        return new User(
                new UserId(seq),
                email,
                Json.text(json, "name"),
                Json.textOrNull(json, "password"),
                owner == null ? null : new OrganisationId(owner),
                Role.valueOf(Json.text(json, "role")),
                json.required("active").booleanValue(),
                number(json, "created_ms"));
    }

    public static String encode(Session session) {
        ObjectNode json =
                Json.object()
                        .put("created_ms", session.createdMs())
                        .put("seen_ms", session.seenMs())
                        .put("ends_ms", session.endsMs());
        switch (session.holder()) {
            case Holder.OfUser(UserId id) -> json.put("user", id.seq());
            case Holder.OfPortal(PortalPass pass) -> json.set("portal", encode(pass));
        }
        return json.toString();
    }

    public static Session session(String hash, String body) {
        JsonNode json = Json.read(body);
        JsonNode portal = json.get("portal");
        return new Session(
                hash,
                portal == null
                        ? new Holder.OfUser(new UserId(number(json, "user")))
                        : new Holder.OfPortal(pass(portal)),
                number(json, "created_ms"),
                number(json, "seen_ms"),
                number(json, "ends_ms"));
    }

    public static String encode(OneTimeLink link) {
        ObjectNode json =
                Json.object()
                        .put("created_ms", link.createdMs())
                        .put("expires_ms", link.expiresMs());
        switch (link.purpose()) {
            case Purpose.FirstUser() -> json.put("first", true);
            case Purpose.NewPassword(UserId id) -> json.put("user", id.seq());
            case Purpose.Portal(PortalPass pass) -> json.set("portal", encode(pass));
        }
        return json.toString();
    }

    public static OneTimeLink link(String hash, String body) {
        JsonNode json = Json.read(body);
        return new OneTimeLink(
                hash, purpose(json), number(json, "created_ms"), number(json, "expires_ms"));
    }

    private static Purpose purpose(JsonNode json) {
        JsonNode portal = json.get("portal");
        if (portal != null) {
            return new Purpose.Portal(pass(portal));
        }
        Long user = Json.longOrNull(json, "user");
        return user == null ? new Purpose.FirstUser() : new Purpose.NewPassword(new UserId(user));
    }

    private static ObjectNode encode(PortalPass pass) {
        return Json.object()
                .put("org", pass.organisation().seq())
                .put("manages", pass.manages())
                .put("page", pass.page())
                .put("mode", pass.theme().mode().name())
                .put("accent", pass.theme().accent())
                .put("logo", pass.theme().logoUrl())
                .put("product", pass.theme().product());
    }

    private static PortalPass pass(JsonNode json) {
        return new PortalPass(
                new OrganisationId(number(json, "org")),
                json.required("manages").booleanValue(),
                text(json, "page"),
                new PortalTheme(
                        PortalTheme.Mode.valueOf(Json.text(json, "mode")),
                        text(json, "accent"),
                        text(json, "logo"),
                        text(json, "product")));
    }

    private static @Nullable String text(JsonNode json, String name) {
        return Json.textOrNull(json, name);
    }

    private static long number(JsonNode json, String name) {
        return json.required(name).longValue();
    }
}
