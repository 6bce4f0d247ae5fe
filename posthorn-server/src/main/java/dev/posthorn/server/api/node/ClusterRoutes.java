package dev.posthorn.server.api.node;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.json.JsonWriter;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** {@code GET /cluster}: the nodes and how far behind they are, for the operator. */
public final class ClusterRoutes {
    /** An engine that does not answer within this time has more than a list to worry about. */
    private static final long PATIENCE_S = 5;

    private final Supplier<List<NodeView>> nodes;
    private final QueueSource engine;
    private final Documents documents;
    private final InstantSource clock;

    public ClusterRoutes(
            Supplier<List<NodeView>> nodes,
            QueueSource engine,
            Documents documents,
            InstantSource clock) {
        this.nodes = nodes;
        this.engine = engine;
        this.documents = documents;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(Route.get("/cluster", Access.holding(Scope.OPERATOR), this::get));
    }

    private Response get(Request request) {
        new QueryFields(request.query()).done();
        List<LaneView> lanes = lanes();
        return Response.json(200, documents.one(lanes, this::write));
    }

    private List<LaneView> lanes() {
        try {
            return engine.lanes().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // The answer below says what is to be done.
        }
        throw new RefusedException(ApiError.unavailable("The engine does not answer; try again."));
    }

    /** {@code lag_ms}: how long the delivery that is due longest has been due. */
    private void write(List<LaneView> lanes, JsonWriter json) {
        long now = clock.millis();
        json.text("resource", "cluster")
                .number("pending", lanes.stream().mapToLong(LaneView::pending).sum())
                .number("in_flight", lanes.stream().mapToLong(LaneView::inFlight).sum())
                .number(
                        "lag_ms",
                        lanes.stream()
                                .map(LaneView::nextDueMs)
                                .filter(Objects::nonNull)
                                .mapToLong(due -> Math.max(0, now - due))
                                .max()
                                .orElse(0))
                .name("nodes")
                .beginArray();
        nodes.get().forEach(node -> write(node, json));
        json.endArray();
    }

    private static void write(NodeView node, JsonWriter json) {
        json.beginObject()
                .text("name", node.name())
                .text("version", node.version())
                .text("state", node.state())
                .time("date_started", node.startedMs())
                .number("shards", node.shards())
                .number("disk_free_bytes", node.diskFreeBytes())
                .number("database_bytes", node.databaseBytes())
                .endObject();
    }
}
