package dev.posthorn.server.dashboard.live;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.ResponseStream;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.http.StreamAnswer;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stream that live pages listen to: {@code GET /ui/live}, with {@code webhook} for one. It
 * carries no data, only that there is something new.
 */
public final class LivePages {
    private static final String EVENTS = "text/event-stream";

    private final Viewers viewers;
    private final Function<Request, Optional<Desk>> desks;

    /** {@code desks}: what who asks may see; empty for strangers. Does not block. */
    public LivePages(Viewers viewers, Function<Request, Optional<Desk>> desks) {
        this.viewers = viewers;
        this.desks = desks;
    }

    public Route route() {
        return Route.stream("/ui/live", Access.anyone(), this::open);
    }

    private void open(Request request, StreamAnswer answer) {
        Desk desk =
                desks.apply(request)
                        .orElseThrow(() -> new RefusedException(ApiError.unauthorised()));
        String wanted = request.query().values().getOrDefault("webhook", "");
        Watch watch =
                new Watch(
                        desk.organisation().map(Organisation::id).orElse(null),
                        wanted.isEmpty() ? null : endpoint(desk, wanted));
        if (viewers.isFull()) {
            throw new RefusedException(
                    ApiError.unavailable("Too many pages are open; load this one again."));
        }
        @Nullable Viewer[] opened = {null};
        ResponseStream out = answer.open(EVENTS, () -> remove(opened[0]));
        opened[0] = viewers.add(watch, out);
    }

    private static EndpointId endpoint(Desk desk, String id) {
        return desk.endpoint(id).id();
    }

    private void remove(@Nullable Viewer viewer) {
        if (viewer != null) {
            viewers.remove(viewer);
        }
    }
}
