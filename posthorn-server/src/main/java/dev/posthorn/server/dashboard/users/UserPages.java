package dev.posthorn.server.dashboard.users;

import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.NewUser;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserId;
import dev.posthorn.core.user.UserRejection;
import dev.posthorn.core.user.UserResult;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.dashboard.signin.LinkPages;
import dev.posthorn.server.dashboard.signin.Rejections;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Installation;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.Once;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Users: an admin's of their organisation, an operator's of the one looked at, or all. Links are
 * shown once, on the page that answers the form.
 */
public final class UserPages {
    public static final String LIST = "/ui/users";
    private static final String TEMPLATE = "page/users";

    private final People people;
    private final Cookies cookies;
    private final Installation installation;

    public UserPages(People people, Cookies cookies, Installation installation) {
        this.people = people;
        this.cookies = cookies;
        this.installation = installation;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(LIST, Need.ADMINISTERS, this::list),
                PageRoute.post(LIST, Need.ADMINISTERS, this::invite),
                PageRoute.post(LIST + "/{id}/role", Need.ADMINISTERS, this::role),
                PageRoute.post(LIST + "/{id}/link", Need.ADMINISTERS, this::link),
                PageRoute.post(LIST + "/{id}/active", Need.ADMINISTERS, this::active));
    }

    private Response list(Visit visit) {
        UserList list = shown(visit, Invitation.EMPTY);
        Optional<Once> once = Once.of(visit);
        if (once.isEmpty()) {
            return visit.page(TEMPLATE, list);
        }
        Map<String, String> over = Map.of("Set-Cookie", cookies.onceOver(LIST));
        String link = base(visit) + LinkPages.PASSWORD + once.get().secret();
        UserList told =
                find(visit, once.get().of())
                        .map(user -> list.withLink(link, user.name()))
                        .orElse(list);
        return visit.page(TEMPLATE, told, over);
    }

    private UserList shown(Visit visit, Invitation invitation) {
        return UserList.of(visit, reachable(visit), invitation);
    }

    /** Operators are everybody's: only seen by operators who look at all. */
    private Stream<User> reachable(Visit visit) {
        @Nullable OrganisationId at = at(visit);
        return people.accounts().users().stream()
                .filter(user -> at == null || at.equals(user.organisation()));
    }

    private static @Nullable OrganisationId at(Visit visit) {
        return visit.desk().organisation().map(Organisation::id).orElse(null);
    }

    private User named(Visit visit) {
        return find(visit, visit.request().value("id"))
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private Optional<User> find(Visit visit, String id) {
        OptionalLong seq = visit.desk().ids().seq(id);
        return reachable(visit)
                .filter(user -> seq.isPresent() && user.id().equals(new UserId(seq.getAsLong())))
                .findFirst();
    }

    private Response invite(Visit visit) {
        mustHaveUrl(visit);
        Role role = role(visit, UserList.invites(visit));
        NewUser wanted =
                new NewUser(visit.form().text("email"), visit.form().text("name"), at(visit), role);
        return switch (people.users().invite(wanted, visit.desk().nowMs())) {
            case UserResult.Done(User user) -> linkOnce(visit, user);
            case UserResult.Refused(UserRejection why) ->
                    visit.page(
                            422,
                            TEMPLATE,
                            shown(
                                    visit,
                                    Invitation.of(
                                            visit.form(), Rejections.byField(why, visit.words()))));
        };
    }

    /** Before anything is made: a link needs somewhere to lead to. */
    private void mustHaveUrl(Visit visit) {
        base(visit);
    }

    private String base(Visit visit) {
        return installation
                .reachedAt()
                .orElseThrow(() -> conflict(visit.words().say("users.no-url")));
    }

    private static Role role(Visit visit, List<Role> allowed) {
        String wanted = visit.form().text("role").toUpperCase(Locale.ROOT);
        return allowed.stream()
                .filter(role -> role.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> conflict(visit.words().say("users.no-role")));
    }

    private Response linkOnce(Visit visit, User user) {
        String token = people.token();
        people.links()
                .make(
                        Tokens.hash(token),
                        new OneTimeLink.Purpose.NewPassword(user.id()),
                        OneTimeLinks.NEW_PASSWORD,
                        visit.desk().nowMs());
        Once made = new Once(visit.desk().ids().text(user.id().seq()), token);
        return visit.to(LIST, Map.of("Set-Cookie", cookies.once(LIST, made)));
    }

    private Response link(Visit visit) {
        User user = named(visit);
        if (!user.active()) {
            throw conflict(visit.words().say("users.no-link"));
        }
        mustHaveUrl(visit);
        return linkOnce(visit, user);
    }

    private Response role(Visit visit) {
        Role role = role(visit, UserList.ROLES);
        User user = named(visit);
        if (user.role() == Role.OPERATOR) {
            throw conflict(visit.words().say("users.no-role"));
        }
        return changed(visit, user, before -> with(before, role, before.active()), "saved");
    }

    private Response active(Visit visit) {
        boolean active = visit.form().text("active").equals("true");
        return changed(
                visit,
                named(visit),
                before -> with(before, before.role(), active),
                active ? "user-back" : "user-removed");
    }

    private static User with(User before, Role role, boolean active) {
        return new User(
                before.id(),
                before.email(),
                before.name(),
                before.passwordHash(),
                before.organisation(),
                role,
                active,
                before.createdMs());
    }

    private Response changed(Visit visit, User user, UnaryOperator<User> step, String done) {
        return switch (people.users().update(user.id(), step)) {
            case UserResult.Done _ -> visit.to(LIST, done);
            case UserResult.Refused(UserRejection why) ->
                    throw conflict(
                            String.join(" ", Rejections.byField(why, visit.words()).values()));
        };
    }

    private static RefusedException conflict(String why) {
        return new RefusedException(ApiError.of(ErrorCode.CONFLICT, why));
    }
}
