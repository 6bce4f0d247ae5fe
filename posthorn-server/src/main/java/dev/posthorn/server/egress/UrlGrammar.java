package dev.posthorn.server.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a URL strictly: {@code http(s)://host[:port][/path][?query]} and nothing else. The JDK's
 * own parser must see the same host, port and rest; where two readers of a URL differ, attacks
 * live.
 */
public final class UrlGrammar {
    private static final String SEPARATOR = "://";

    /** An endpoint's URL at its longest with what a profile puts behind it. */
    private static final int MAX_SENT_LENGTH = UrlText.MAX_LENGTH + 256;

    private UrlGrammar() {}

    public static UrlReading read(String url) {
        Optional<String> problem = UrlText.problem(url);
        if (problem.isPresent()) {
            return new Refusal(problem.get());
        }
        int separator = url.indexOf(SEPARATOR);
        String scheme = separator < 0 ? "" : url.substring(0, separator);
        boolean tls = scheme.equalsIgnoreCase("https");
        if (!tls && !scheme.equalsIgnoreCase("http")) {
            return new Refusal("The URL must start with https:// or http://.");
        }
        return afterScheme(url, tls, url.substring(separator + SEPARATOR.length()));
    }

    /** Whether {@code url} from {@code start} on is a path and query that may be sent as it is. */
    public static boolean isPathAndQuery(String url, int start) {
        return url.length() <= MAX_SENT_LENGTH && UrlText.badPathAndQuery(url, start) < 0;
    }

    private static UrlReading afterScheme(String url, boolean tls, String rest) {
        int end = 0;
        while (end < rest.length() && "/?".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String pathAndQuery = rest.substring(end);
        int bad = UrlText.badPathAndQuery(pathAndQuery, 0);
        if (bad >= 0) {
            return new Refusal(
                    "The URL has \""
                            + pathAndQuery.charAt(bad)
                            + "\" where it must be escaped as %XX.");
        }
        String authority = rest.substring(0, end);
        if (authority.indexOf('@') >= 0) {
            return new Refusal(
                    "The URL carries a user name or password; use the endpoint's auth or headers.");
        }
        return authority(url, tls, authority, pathAndQuery);
    }

    private static UrlReading authority(
            String url, boolean tls, String authority, String pathAndQuery) {
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = ReceiverUrl.defaultPort(tls);
        if (colon >= 0) {
            var written = Decimal.parse(authority.substring(colon + 1), 1, 65535);
            if (written.isEmpty()) {
                return new Refusal("The URL's port must be a number from 1 to 65535.");
            }
            port = written.getAsInt();
        }
        if (!secondParserAgrees(url, host, colon < 0 ? -1 : port, pathAndQuery)) {
            return badHost(host);
        }
        return host(tls, host, port, pathAndQuery);
    }

    private static UrlReading host(boolean tls, String host, int port, String pathAndQuery) {
        String target = pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery;
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        Optional<InetAddress> literal = IpLiteral.parse(bare);
        if (literal.isPresent() && bracketed == bare.contains(":")) {
            return new ReceiverUrl(tls, plain(bare, literal.get()), port, literal.get(), target);
        }
        return bracketed
                ? badHost(host)
                : HostName.normalise(host)
                        .<UrlReading>map(name -> new ReceiverUrl(tls, name, port, null, target))
                        .orElseGet(() -> badHost(host));
    }

    /** IPv6 that ends in dots is a riddle to many readers; without them, mapped ones as IPv4. */
    private static String plain(String written, InetAddress address) {
        return written.contains(":") && written.contains(".")
                ? address.getHostAddress()
                : written.toLowerCase(Locale.ROOT);
    }

    private static Refusal badHost(String host) {
        return new Refusal(
                host.isEmpty()
                        ? "The URL has no host."
                        : "\""
                                + host
                                + "\" is no host: write a name such as example.com, an address such"
                                + " as 192.0.2.1, or [2001:db8::1].");
    }

    private static boolean secondParserAgrees(
            String url, String host, int port, String pathAndQuery) {
        try {
            URI uri = new URI(url);
            String query = uri.getRawQuery();
            String rest = uri.getRawPath() + (query == null ? "" : "?" + query);
            return host.equals(uri.getHost()) && port == uri.getPort() && pathAndQuery.equals(rest);
        } catch (URISyntaxException refused) {
            return false;
        }
    }
}
