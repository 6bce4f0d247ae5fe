package dev.posthorn.server.egress;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL that is sent to.
 *
 * @param host lower case; a name without its trailing dot, or a literal without brackets
 * @param port 1–65535, the scheme's own when the URL names none
 * @param literal the address when the host is one, null when it is a name to look up
 * @param pathAndQuery as written, {@code /} when the URL has none
 */
public record ReceiverUrl(
        boolean tls, String host, int port, @Nullable InetAddress literal, String pathAndQuery)
        implements UrlReading {
    static final int HTTP_PORT = 80;
    static final int HTTPS_PORT = 443;

    static int defaultPort(boolean tls) {
        return tls ? HTTPS_PORT : HTTP_PORT;
    }

    /** Host and port as they stand in {@code Host}: brackets around IPv6, no default port. */
    public String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == defaultPort(tls) ? name : name + ":" + port;
    }
}
