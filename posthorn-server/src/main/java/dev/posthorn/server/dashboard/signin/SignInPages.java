package dev.posthorn.server.dashboard.signin;

import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.SignIn;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.dashboard.visit.Reception;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Map;

/** Signing in with a password, and signing out. */
public final class SignInPages {
    private static final String TEMPLATE = "page/signin";
    private static final int MINUTE_MS = 60_000;

    private final People people;
    private final Cookies cookies;

    public SignInPages(People people, Cookies cookies) {
        this.people = people;
        this.cookies = cookies;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(Reception.SIGN_IN, Need.NOTHING, this::door),
                PageRoute.post(Reception.SIGN_IN, Need.NOTHING, this::enter),
                PageRoute.post("/ui/sign-out", Need.SIGNED_IN, this::leave));
    }

    private Response door(Visit visit) {
        String back = Visit.back(visit.asked("back").orElse(""), "/ui");
        return visit.isSignedIn()
                ? visit.to(back)
                : visit.page(TEMPLATE, new SignInForm("", "", back, people.users().isEmpty()));
    }

    private Response enter(Visit visit) {
        String email = visit.form().text("email");
        String back = Visit.back(visit.form().text("back"), "/ui");
        String token = people.token();
        SignIn.Result result =
                people.signIn()
                        .tryPassword(
                                email,
                                visit.form().text("password"),
                                visit.request().address(),
                                Tokens.hash(token),
                                visit.frame().nowMs());
        return switch (result) {
            case SignIn.Result.Welcome _ ->
                    visit.to(
                            back,
                            Map.of("Set-Cookie", cookies.openSession(token, Session.LIFE, false)));
            case SignIn.Result.Wrong(int left) ->
                    refused(visit, 401, email, back, visit.words().count("signin.wrong", left));
            case SignIn.Result.Paused(long untilMs) ->
                    refused(visit, 429, email, back, paused(visit, untilMs));
        };
    }

    private static String paused(Visit visit, long untilMs) {
        long minutes = Math.ceilDiv(untilMs - visit.frame().nowMs(), MINUTE_MS);
        return visit.words().count("signin.paused", minutes);
    }

    private static Response refused(
            Visit visit, int status, String email, String back, String why) {
        return visit.page(status, TEMPLATE, new SignInForm(email, why, back, false));
    }

    private Response leave(Visit visit) {
        cookies.sessionOf(visit.request())
                .ifPresent(token -> people.sessions().end(Tokens.hash(token)));
        return visit.to(Reception.SIGN_IN, Map.of("Set-Cookie", cookies.endSession()));
    }
}
