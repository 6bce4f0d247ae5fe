package dev.posthorn.server.http;

/**
 * Where to listen and how much to take.
 *
 * @param port 0 for any free one
 * @param loops event loops to serve with, each its own
 * @param maxConnections of one loop; further ones are closed at once
 * @param maxUnreadBytes of all bodies that are being read at one time
 */
public record WebServerSettings(
        String host,
        int port,
        int loops,
        int maxConnections,
        long maxUnreadBytes,
        TimeLimits limits) {
    private static final int MAX_CONNECTIONS = 10_000;
    private static final long MAX_UNREAD_BYTES = 128L * 1024 * 1024;

    public static WebServerSettings on(String host, int port) {
        return new WebServerSettings(
                host, port, 1, MAX_CONNECTIONS, MAX_UNREAD_BYTES, TimeLimits.DEFAULTS);
    }

    /** The same with the port known: several loops can only share one that has a number. */
    WebServerSettings withPort() {
        return port != 0 || loops == 1
                ? this
                : new WebServerSettings(
                        host, FreePort.on(host), loops, maxConnections, maxUnreadBytes, limits);
    }
}
