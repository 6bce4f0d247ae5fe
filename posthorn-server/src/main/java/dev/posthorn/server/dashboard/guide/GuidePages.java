package dev.posthorn.server.dashboard.guide;

import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.dashboard.home.HomePages;
import dev.posthorn.server.dashboard.visit.Cookies;
import dev.posthorn.server.dashboard.visit.Installation;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first steps, each a form that comes back to them. */
public final class GuidePages {
    static final String PATH = "/ui/guide";

    /** A quick receiver has answered by then; the page follows a slow one. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Cookies cookies;
    private final Installation here;

    public GuidePages(Cookies cookies, Installation here) {
        this.cookies = cookies;
        this.here = here;
    }

    public List<PageRoute> routes() {
        return List.of(
                PageRoute.get(PATH, Need.MANAGES, visit -> show(visit, 200, TypedReceiver.SAMPLE)),
                PageRoute.post(PATH + "/webhook", Need.MANAGES, this::create),
                PageRoute.post(PATH + "/test", Need.MANAGES, GuidePages::test),
                PageRoute.post(PATH + "/event", Need.MANAGES, GuidePages::publish),
                PageRoute.post(PATH + "/skip", Need.SIGNED_IN, this::putAway));
    }

    private Response show(Visit visit, int status, TypedReceiver typed) {
        String base = here.reachedAt().orElse("https://posthorn.example.com");
        return visit.page(status, "page/guide", Guide.of(visit, typed, base));
    }

    /** Pressed twice it makes no second one; somebody's own can be followed by the sample's. */
    private Response create(Visit visit) {
        TypedReceiver typed = TypedReceiver.of(visit.form());
        Optional<Endpoint> made = MadeWebhook.find(visit.desk(), visit.desk().home());
        if (made.filter(one -> typed.own() || MadeWebhook.isSample(one)).isPresent()) {
            return visit.to(PATH);
        }
        return switch (NewReceiver.make(visit, typed)) {
            case NewReceiver.Result.Made(var done) -> tested(visit, done);
            case NewReceiver.Result.Refused(var problem) ->
                    show(visit, 422, typed.withProblem(problem));
        };
    }

    private static Response test(Visit visit) {
        return tested(visit, visit.desk().test(made(visit).id(), null));
    }

    private static Response tested(Visit visit, EndpointResult result) {
        if (result instanceof EndpointResult.Done(_, EndpointResult.StartedTest(_, var done))) {
            Await.result(done, PATIENCE);
        }
        return visit.to(PATH);
    }

    private static Endpoint made(Visit visit) {
        return MadeWebhook.find(visit.desk(), visit.desk().home())
                .orElseThrow(() -> new RefusedException(ApiError.notFound()));
    }

    private static Response publish(Visit visit) {
        visit.desk().sending().publish(visit.desk().home(), SampleEvent.bytes());
        return visit.to(PATH);
    }

    private Response putAway(Visit visit) {
        return visit.to(HomePages.PATH, Map.of("Set-Cookie", FirstVisit.putAway(cookies)));
    }
}
