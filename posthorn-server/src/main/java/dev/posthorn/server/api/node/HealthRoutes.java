package dev.posthorn.server.api.node;

import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /healthz}, that the process lives, and {@code /readyz}, that it takes work. */
public final class HealthRoutes {
    private final Readiness readiness;

    public HealthRoutes(Readiness readiness) {
        this.readiness = readiness;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/healthz", Access.anyone(), _ -> status("ok")),
                Route.get("/readyz", Access.anyone(), _ -> ready()));
    }

    private Response ready() {
        return readiness
                .obstacle()
                .map(obstacle -> Response.of(ApiError.unavailable(obstacle)))
                .orElseGet(() -> status("ready"));
    }

    private static Response status(String word) {
        String body = "{\"status\":\"" + word + "\"}";
        return Response.json(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
