package dev.posthorn.server.api.node;

import dev.posthorn.server.api.read.QueryFields;
import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code /healthz}, that the process lives, and {@code /readyz}, that it takes work. */
public final class HealthRoutes {
    private final Readiness readiness;

    public HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/healthz", Access.anyone(), _ -> status("ok")),
                Route.get("/readyz", Access.anyone(), this::ready));
    }

    /** What is wrong fails only those who ask for {@code ?strict}. */
    private Response ready(Request request) {
        QueryFields query = new QueryFields(request.query());
        query.text("strict");
        boolean strict = request.query().values().containsKey("strict");
        query.done();
        Optional<String> wrong = readiness.degradation();
        return readiness
                .obstacle()
                .or(() -> wrong.filter(_ -> strict))
                .map(obstacle -> Response.of(ApiError.unavailable(obstacle)))
                .orElseGet(() -> status(wrong.isPresent() ? "degraded" : "ready"));
    }

    private static Response status(String word) {
        String body = "{\"status\":\"" + word + "\"}";
        return Response.json(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
