package dev.posthorn.server.dashboard.asset;

import dev.posthorn.server.http.Access;
import dev.posthorn.server.http.ApiError;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import dev.posthorn.server.http.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of the dashboard, in memory. Their addresses carry a hash of their content, so browsers
 * keep them for ever and never show an old one. Used by many threads.
 */
public final class Assets {
    private static final String PATH = "/ui/assets/";
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private static final Map<String, String> KEPT =
            Map.of(
                    "Cache-Control", "public, max-age=31536000, immutable",
                    "X-Content-Type-Options", "nosniff",
                    "Vary", "Accept-Encoding");

    private final Map<String, Asset> byName = new HashMap<>();

    private Assets() {}

    /** Reads all files. */
    public static Assets load() {
        Assets assets = new Assets();
        for (String name :
                List.of("look.css", "dashboard.css", "dashboard.js", "favicon.svg", "logo.svg")) {
            assets.put(name, name);
        }
        assets.put("webhook.js", "webhook.js");
        assets.put("uplot.js", "vendor/uPlot.iife.min.js");
        assets.put("uplot.css", "vendor/uPlot.min.css");
        assets.put("htmx.js", WEBJARS + "htmx.org/2.0.8/dist/htmx.min.js");
        return assets;
    }

    private void put(String name, String resource) {
        byName.put(name, AssetFile.read(name, resource));
    }

    /** The address of a file. */
    public String url(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("there is no file " + name);
        }
        return PATH + asset.hash() + "/" + name;
    }

    public Route route() {
        return Route.get(PATH + "{hash}/{name}", Access.anyone(), this::file);
    }

    private Response file(Request request) {
        Asset asset = byName.get(request.value("name"));
        if (asset == null || !asset.hash().equals(request.value("hash"))) {
            throw new RefusedException(ApiError.notFound());
        }
        boolean zipped = request.header("Accept-Encoding").orElse("").contains("gzip");
        if (!zipped) {
            return new Response(200, asset.contentType(), asset.bytes(), KEPT);
        }
        Map<String, String> headers = new HashMap<>(KEPT);
        headers.put("Content-Encoding", "gzip");
        return new Response(200, asset.contentType(), asset.zipped(), headers);
    }
}
