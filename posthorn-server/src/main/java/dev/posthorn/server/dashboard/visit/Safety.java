package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers every page carries: nothing runs or loads that is not ours, nobody else's page holds
 * ours but those the operator named, and no page is kept.
 */
public final class Safety {
    private static final String HTML = "text/html; charset=utf-8";

    private static final Map<String, String> FIXED =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "same-origin",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
                    "Cache-Control", "no-store");

    private final List<String> portalOrigins;

    /** {@code portalOrigins}: whose pages may hold a portal's. */
    public Safety(List<String> portalOrigins) {
        this.portalOrigins = List.copyOf(portalOrigins);
    }

    Response html(int status, byte[] html, Frame frame) {
        return new Response(status, HTML, html, headers(frame, Map.of()));
    }

    Map<String, String> headers(Frame frame, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(FIXED);
        headers.put("Content-Security-Policy", policy(frame));
        headers.putAll(more);
        return headers;
    }

    /** Only a guest's pages are framed: a member's could be clicked on unseen. */
    private String policy(Frame frame) {
        boolean framed = frame.isPortal() && !portalOrigins.isEmpty();
        String logo = frame.logoUrl();
        String pictures = logo == null ? "" : " " + origin(logo);
        String holders = framed ? "'self' " + String.join(" ", portalOrigins) : "'none'";
        return "default-src 'none'; script-src 'self'; style-src 'self';"
                + (" img-src 'self' data:" + pictures + ";")
                + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                + (" frame-ancestors " + holders);
    }

    private static String origin(String url) {
        int path = url.indexOf('/', "https://".length());
        return path < 0 ? url : url.substring(0, path);
    }
}
