package dev.posthorn.server.dashboard.visit;

import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.PortalTheme;
import dev.posthorn.server.dashboard.asset.Assets;
import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.desk.Visitor;
import dev.posthorn.server.dashboard.words.Bundles;
import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.Request;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Makes what stands around a page: from what its visitor chose, else from what their browser says.
 */
public final class Frames {
    static final Set<String> THEMES = Set.of("system", "light", "dark");

    private final Bundles bundles;
    private final Assets assets;
    private final InstantSource clock;

    public Frames(Bundles bundles, Assets assets, InstantSource clock) {
        this.bundles = bundles;
        this.assets = assets;
        this.clock = clock;
    }

    Frame frame(Request request, @Nullable Desk desk, String formToken) {
        Words words =
                bundles.of(
                        Cookies.read(request, Cookies.LANGUAGE).orElse(""),
                        request.header("Accept-Language").orElse(""));
        String done = request.query().values().getOrDefault("done", "");
        return new Frame(
                words,
                bundles.languages(),
                assets,
                theme(request, desk),
                path(request),
                formToken,
                desk,
                words.has("done." + done) ? done : "",
                clock.millis());
    }

    /** Their own choice, else the portal's. */
    private static String theme(Request request, @Nullable Desk desk) {
        return Cookies.read(request, Cookies.THEME)
                .filter(THEMES::contains)
                .orElseGet(() -> portal(desk).mode().name().toLowerCase(Locale.ROOT));
    }

    private static PortalTheme portal(@Nullable Desk desk) {
        return desk != null && desk.visitor() instanceof Visitor.Guest(PortalPass pass)
                ? pass.theme()
                : PortalTheme.PLAIN;
    }

    /** With its query, but for what was said once. */
    private static String path(Request request) {
        StringJoiner query = new StringJoiner("&", request.path() + "?", "");
        query.setEmptyValue(request.path());
        for (Map.Entry<String, String> one : request.query().values().entrySet()) {
            if (!one.getKey().equals("done")) {
                query.add(Visit.encoded(one.getKey()) + "=" + Visit.encoded(one.getValue()));
            }
        }
        return query.toString();
    }
}
