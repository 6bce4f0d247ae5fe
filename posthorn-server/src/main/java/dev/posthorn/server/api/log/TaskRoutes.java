package dev.posthorn.server.api.log;

import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.server.api.caller.Reach;
import dev.posthorn.server.api.caller.Whose;
import dev.posthorn.server.api.read.Pages;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.api.resource.TaskFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code GET /tasks}. */
public final class TaskRoutes {
    private static final String PATH = "/tasks";
    private static final Access READ = Access.holding(Scope.READ);
    private static final TaskFields FIELDS = new TaskFields();
    private static final Map<String, Task.State> STATES =
            Map.of(
                    "pending", Task.State.PENDING,
                    "processing", Task.State.PROCESSING,
                    "succeeded", Task.State.SUCCEEDED,
                    "failed", Task.State.FAILED);

    private final LogPorts ports;
    private final Reach reach;

    public TaskRoutes(LogPorts ports) {
        this.ports = ports;
        this.reach = new Reach(ports.directory(), ports.ids());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, READ, this::list), Route.get(PATH + "/{id}", READ, this::get));
    }

    private Response list(Request request) {
        QueryFields query = new QueryFields(request.query());
        Whose whose = reach.whose(request.signedIn(), query);
        String type = query.text("type").orElse(null);
        Task.State state = query.word("state", STATES).orElse(null);
        PageRequest page = Pages.request(query, ports.ids());
        query.done();
        Page<Task> tasks =
                whose instanceof Whose.Nobodys
                        ? Page.empty()
                        : ports.log().tasks(whose.organisation(), type, state, page);
        return Response.json(200, ports.documents().list(PATH, tasks, FIELDS));
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        Task task =
                find(request.value("id"))
                        .filter(found -> reach.covers(request.signedIn(), found.organisation()))
                        .orElseThrow(() -> new RefusedException(ApiError.notFound()));
        return Response.json(200, ports.documents().one(task, FIELDS));
    }

    private Optional<Task> find(String id) {
        OptionalLong seq = ports.ids().seq(id);
        return seq.isEmpty() ? Optional.empty() : ports.log().task(new TaskId(seq.getAsLong()));
    }
}
