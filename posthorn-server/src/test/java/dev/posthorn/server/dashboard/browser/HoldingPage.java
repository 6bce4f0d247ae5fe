package dev.posthorn.server.dashboard.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A program of somebody else with the dashboard in a frame of its page. Browsers lead all names
 * below {@code localhost} to loopback (RFC 6761), so that two of them are siblings.
 */
final class HoldingPage implements AutoCloseable {
    private static final String SITE = ".harbourpine.localhost:";

    private final HttpServer server;
    private volatile String framed = "";

    HoldingPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] page = page().getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                    }
                });
        server.start();
    }

    private String page() {
        return "<!doctype html><title>App</title><h1>Your webhooks</h1>"
                + "<iframe name=portal width=900 height=700 src=\""
                + framed
                + "\"></iframe>";
    }

    String origin() {
        return "http://app" + SITE + server.getAddress().getPort();
    }

    /** A page on which a portal's link is framed, the server reached as a sibling of it. */
    String holding(String link, int port) {
        framed = link.replaceFirst("^http://[^/]+", "http://hooks" + SITE + port);
        return origin() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
