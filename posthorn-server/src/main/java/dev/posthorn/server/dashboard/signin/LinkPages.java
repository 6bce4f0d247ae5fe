package dev.posthorn.server.dashboard.signin;

import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserRejection;
import dev.posthorn.core.user.UserResult;
import dev.posthorn.core.user.UserRules;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Form;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one-time links lead to: the first user, a new password, a portal. */
public final class LinkPages {
    /** Paths of links, before their tokens. */
    public static final String FIRST = "/ui/first/";

    public static final String PASSWORD = "/ui/password/";
    public static final String PORTAL = "/ui/portal/";
    private static final String TEMPLATE = "page/newuser";

    private final People people;
    private final Cookies cookies;

    public LinkPages(People people, Cookies cookies) {
        this.people = people;
        this.cookies = cookies;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(FIRST + "{token}", Need.NOTHING, visit -> form(visit, true)),
                PageRoute.post(FIRST + "{token}", Need.NOTHING, visit -> save(visit, true)),
                PageRoute.get(PASSWORD + "{token}", Need.NOTHING, visit -> form(visit, false)),
                PageRoute.post(PASSWORD + "{token}", Need.NOTHING, visit -> save(visit, false)),
                PageRoute.get(PORTAL + "{token}", Need.NOTHING, this::portal));
    }

    private Response form(Visit visit, boolean first) {
        return link(visit, first)
                .map(link ->
                        visit.page(TEMPLATE, new NewUserForm(first, "", email(link), Map.of())))
                .orElseGet(() -> gone(visit));
    }

    /** The link, if it can be used and is of the kind its path says. */
    private Optional<OneTimeLink> link(Visit visit, boolean first) {
        return people.links()
                .find(Tokens.hash(visit.request().value("token")), visit.frame().nowMs())
                .filter(link ->
                        switch (link.purpose()) {
                            case Purpose.FirstUser _ -> first;
                            case Purpose.NewPassword _ -> !first;
                            case Purpose.Portal _ -> false;
                        });
    }

    private String email(OneTimeLink link) {
        return link.purpose() instanceof Purpose.NewPassword(var id)
                ? people.accounts().user(id).map(User::email).orElse("")
                : "";
    }

    private Response save(Visit visit, boolean first) {
        Optional<OneTimeLink> link = link(visit, first);
        if (link.isEmpty()) {
            return gone(visit);
        }
        Form form = visit.form();
        String email = first ? form.text("email") : email(link.get());
        UserResult result =
                UserRules.againstPassword(form.text("password"))
                        .<UserResult>map(UserResult.Refused::new)
                        .orElseGet(() -> saved(visit, first, email));
        return switch (result) {
            case UserResult.Done(User user) -> signedIn(visit, user);
            case UserResult.Refused(UserRejection.LinkGone _) -> gone(visit);
            case UserResult.Refused(UserRejection why) ->
                    visit.page(
                            422,
                            TEMPLATE,
                            new NewUserForm(
                                    first,
                                    form.text("name"),
                                    email,
                                    Rejections.byField(why, visit.words())));
        };
    }

    private UserResult saved(Visit visit, boolean first, String email) {
        String link = Tokens.hash(visit.request().value("token"));
        String hash = people.passwords().hash(visit.form().text("password"));
        long nowMs = visit.frame().nowMs();
        return first
                ? people.users().first(link, email, visit.form().text("name"), hash, nowMs)
                : people.users().password(link, hash, nowMs);
    }

    private Response signedIn(Visit visit, User user) {
        String token = people.token();
        people.sessions()
                .open(
                        Tokens.hash(token),
                        new Session.Holder.OfUser(user.id()),
                        visit.frame().nowMs());
        return visit.to(
                "/ui", Map.of("Set-Cookie", cookies.openSession(token, Session.LIFE, false)));
    }

    private Response portal(Visit visit) {
        String token = people.token();
        Optional<Session> session =
                people.links()
                        .enter(
                                Tokens.hash(visit.request().value("token")),
                                Tokens.hash(token),
                                visit.frame().nowMs());
        return session.map(open ->
                        visit.to(
                                page(open),
                                Map.of(
                                        "Set-Cookie",
                                        cookies.openSession(token, Session.PORTAL_LIFE, true))))
                .orElseGet(() -> gone(visit));
    }

    private static String page(Session session) {
        String page =
                session.holder() instanceof Session.Holder.OfPortal(PortalPass pass)
                        ? pass.page()
                        : null;
        return page == null ? "/ui" : Visit.back(page, "/ui");
    }

    private static Response gone(Visit visit) {
        return visit.page(410, "page/linkgone", visit.words());
    }
}
