package dev.posthorn.server.api.docs;

import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /openapi.yaml} and {@code /docs}, for anyone. The page is made when it is first asked for
 * and is the same until the server ends.
 */
public final class DocsRoutes {
    private final Supplier<Response> document = new Once<>(DocsRoutes::document);
    private final Supplier<Response> page = new Once<>(DocsRoutes::page);

    public List<Route> routes() {
        return List.of(
                Route.get("/openapi.yaml", Access.anyone(), _ -> document.get()),
                Route.get("/docs", Access.anyone(), _ -> page.get()));
    }

    private static Response document() {
        return new Response(
                200,
                "application/yaml",
                Shipped.bytes("openapi.yaml"),
                Map.of("Cache-Control", "no-cache", "X-Content-Type-Options", "nosniff"));
    }

    private static Response page() {
        Style style = Style.shipped();
        return new Response(
                200,
                "text/html; charset=utf-8",
                new DocsPage(Shipped.yaml("openapi.yaml"), style).bytes(),
                Map.of(
                        "Cache-Control",
                        "no-cache",
                        "Content-Security-Policy",
                        policy(style),
                        "X-Content-Type-Options",
                        "nosniff",
                        "Referrer-Policy",
                        "no-referrer"));
    }

    /** The page may load and run nothing but its own style. */
    private static String policy(Style style) {
        return "default-src 'none'; style-src '"
                + style.digest()
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
