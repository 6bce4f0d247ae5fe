package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointResult.Done;
import dev.posthorn.core.administration.EndpointResult.Refused;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.api.resource.EndpointFields;
import dev.posthorn.server.api.resource.EndpointView;
import dev.posthorn.server.api.resource.Receives;
import dev.posthorn.server.api.resource.TaskFields;
import dev.posthorn.server.http.Caller;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Shows endpoints, and what became of changes to them. */
final class EndpointAnswers {
    private static final EndpointFields FIELDS = new EndpointFields();
    private static final TaskFields TASK = new TaskFields();

    private final Documents documents;
    private final Directory directory;
    private final Function<EndpointId, Missed> missed;

    EndpointAnswers(EndpointPorts ports) {
        this.documents = ports.documents();
        this.directory = ports.directory();
        this.missed = ports.missed();
    }

    Response one(int status, Endpoint endpoint, Caller caller) {
        return Response.json(
                status, documents.one(view(endpoint, new Receives(directory), caller), FIELDS));
    }

    Response list(Page<Endpoint> page, Caller caller) {
        Receives receives = new Receives(directory);
        List<EndpointView> rows =
                page.rows().stream().map(endpoint -> view(endpoint, receives, caller)).toList();
        Page<EndpointView> views =
                new Page<>(
                        rows, page.hasMore(), page.nextAfter(), page.total(), page.totalCapped());
        return Response.json(200, documents.list(EndpointRoutes.PATH, views, FIELDS));
    }

    private EndpointView view(Endpoint endpoint, Receives receives, Caller caller) {
        return new EndpointView(
                endpoint,
                receives.sentence(endpoint),
                missed.apply(endpoint.id()),
                caller.may(Scope.MANAGE));
    }

    /** The endpoint as it is after the change and, if the caller waits, after its test. */
    Response changed(int status, EndpointResult result, Request request) {
        Done done = done(result);
        Endpoint endpoint = done.endpoint();
        Duration wait = Await.asked(request);
        if (done.test() != null && wait.isPositive()) {
            Await.result(done.test().done(), wait);
            endpoint = directory.endpoint(endpoint.id()).orElse(endpoint);
        }
        return one(status, endpoint, request.signedIn());
    }

    /** The task of a test, finished if the caller waits for long enough. */
    Response test(int status, EndpointResult result, Request request) {
        EndpointResult.StartedTest started = done(result).test();
        if (started == null) {
            throw new IllegalStateException("a test was asked for and none was started");
        }
        Task task = Await.result(started.done(), Await.asked(request)).orElse(started.task());
        return Response.json(status, documents.one(task, TASK));
    }

    private static Done done(EndpointResult result) {
        return switch (result) {
            case Done done -> done;
            case Refused(var why) -> throw new RefusedException(EndpointErrors.of(why));
        };
    }
}
