package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.audit.Origin;
import dev.posthorn.core.log.LogUnavailableException;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.Session;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.desk.Visitor;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.ErrorCode;
import dev.posthorn.server.http.Method;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Receives every request for a page: finds out who comes, sends strangers to the sign-in, refuses
 * what a role does not allow and forms that are not ours, and shows refusals as pages. Used by many
 * threads.
 */
public final class Reception {
    public static final String SIGN_IN = "/ui/sign-in";
    private static final byte[] NOTHING = {};

    private final DeskPorts ports;
    private final People people;
    private final Cookies cookies;
    private final Frames frames;
    private final Templates templates;
    private final Safety safety;

    public Reception(
            DeskPorts ports,
            People people,
            Cookies cookies,
            Frames frames,
            Templates templates,
            Safety safety) {
        this.ports = ports;
        this.people = people;
        this.cookies = cookies;
        this.frames = frames;
        this.templates = templates;
        this.safety = safety;
    }

    /** A page as a line of the server's route table. */
    public Route route(PageRoute line) {
        return line.method() == Method.GET
                ? Route.get(line.template(), Access.anyone(), request -> answer(line, request))
                : Route.post(line.template(), Access.anyone(), request -> answer(line, request));
    }

    /** What who sent a request that is no page may reach; empty for strangers. Does not block. */
    public Optional<Desk> peek(Request request) {
        return cookies.sessionOf(request)
                .flatMap(
                        token -> people.sessions().peek(Tokens.hash(token), ports.clock().millis()))
                .flatMap(open -> desk(open, request));
    }

    private Response answer(PageRoute line, Request request) {
        Optional<String> token = cookies.sessionOf(request);
        Optional<Session> session =
                token.flatMap(found ->
                        people.sessions().find(Tokens.hash(found), ports.clock().millis()));
        @Nullable Desk desk = session.flatMap(open -> desk(open, request)).orElse(null);
        Optional<String> known = desk == null ? cookies.form(request) : token;
        String secret = known.orElseGet(people::token);
        String formToken = Tokens.hash("form:" + secret);
        boolean isPost = line.method() == Method.POST;
        Form form = Form.read(isPost ? request.body() : NOTHING);
        Visit visit =
                new Visit(
                        request,
                        form,
                        frames.frame(request, desk, formToken),
                        desk,
                        templates,
                        safety);
        Response answer = answer(line, visit, isPost && !isOurs(form, formToken));
        return known.isPresent() ? answer : with(answer, "Set-Cookie", cookies.form(secret));
    }

    private Response answer(PageRoute line, Visit visit, boolean foreign) {
        try {
            if (line.need() != Need.NOTHING && !visit.isSignedIn()) {
                return signIn(visit);
            }
            if (line.need() != Need.NOTHING && !visit.frame().may(line.need())) {
                throw refused(visit.words().say("error.role"));
            }
            if (foreign || isCrossSite(visit.request())) {
                throw refused(visit.words().say("error.form"));
            }
            return origin(visit).during(() -> line.page().answer(visit));
        } catch (RefusedException e) {
            return refusal(visit, e.error());
        } catch (LogUnavailableException _) {
            return refusal(visit, ApiError.unavailable(visit.words().say("error.log")));
        }
    }

    /** Whom the audit trail names for what a page changes. */
    private static Origin origin(Visit visit) {
        Origin stranger = Origin.current();
        return visit.isSignedIn()
                ? new Origin(visit.desk().visitor().author(), stranger.address())
                : stranger;
    }

    /** Where to go after signing in is kept. */
    private static Response signIn(Visit visit) {
        String to = SIGN_IN + "?back=" + Visit.encoded(visit.frame().path());
        return visit.wantsPart() ? visit.to(to, Map.of("HX-Redirect", to)) : visit.to(to);
    }

    private static Response refusal(Visit visit, ApiError error) {
        Refusal model = Refusal.of(error, visit.words());
        return visit.page(error.code().status(), "page/refusal", model);
    }

    private static RefusedException refused(String why) {
        return new RefusedException(ApiError.of(ErrorCode.MISSING_SCOPE, why));
    }

    private static boolean isOurs(Form form, String formToken) {
        return MessageDigest.isEqual(
                form.text("form_token").getBytes(StandardCharsets.UTF_8),
                formToken.getBytes(StandardCharsets.UTF_8));
    }

    /** What browsers say themselves of a form from somewhere else. */
    private static boolean isCrossSite(Request request) {
        return request.method() == Method.POST
                && request.header("Sec-Fetch-Site")
                        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                        .isPresent();
    }

    /** Empty when whoever signed in may not be here any more. */
    private Optional<Desk> desk(Session session, Request request) {
        Optional<Visitor> visitor =
                switch (session.holder()) {
                    case Session.Holder.OfUser(var id) ->
                            people.accounts().user(id).map(Visitor.Member::new);
                    case Session.Holder.OfPortal(var pass) -> Optional.of(new Visitor.Guest(pass));
                };
        return visitor.filter(this::isOpen)
                .map(found -> new Desk(ports, found, chosen(found, request).orElse(null)));
    }

    private boolean isOpen(Visitor visitor) {
        OrganisationId bound = visitor.boundTo();
        return bound == null
                || ports.directory()
                        .organisation(bound)
                        .filter(one -> one.standing() == Organisation.Standing.OPEN)
                        .isPresent();
    }

    private Optional<OrganisationId> chosen(Visitor visitor, Request request) {
        if (visitor.boundTo() != null) {
            return Optional.empty();
        }
        OptionalLong seq = ports.ids().seq(Cookies.read(request, Cookies.ORGANISATION).orElse(""));
        return seq.isEmpty()
                ? Optional.empty()
                : ports.directory()
                        .organisation(new OrganisationId(seq.getAsLong()))
                        .map(Organisation::id);
    }

    private static Response with(Response answer, String header, String value) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.putIfAbsent(header, value);
        return new Response(answer.status(), answer.contentType(), answer.body(), headers);
    }
}
