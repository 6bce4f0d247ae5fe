package dev.posthorn.server.egress;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that every request to a receiver goes through. It is asked for addresses that were
 * judged here, never for names: what it resolves itself nobody could judge before.
 *
 * @param host name or address, IPv6 without brackets
 * @param user null when it asks for none; then {@code password} is null too
 */
public record EgressProxy(
        Kind kind, String host, int port, @Nullable String user, @Nullable String password) {
    /** How it is spoken to. */
    public enum Kind {
        /** HTTP {@code CONNECT}, RFC 9110. */
        HTTP,
        /** RFC 1928, and RFC 1929 for a password. */
        SOCKS5
    }

    private static final int LONGEST_CREDENTIAL = 255;

    /**
     * Reads {@code http://host:port} or {@code socks5://user:password@host:port}; the port must be
     * there, a path must not.
     *
     * @throws InvalidEgressText when it is neither; the text does not repeat the password
     */
    public static EgressProxy parse(String text) {
        int separator = text.indexOf("://");
        Kind kind = kind(separator < 0 ? "" : text.substring(0, separator));
        String rest = text.substring(separator + 3);
        int at = rest.lastIndexOf('@');
        String authority = rest.substring(at + 1);
        int colon = authority.lastIndexOf(':');
        if (colon < 0) {
            throw new InvalidEgressText("the proxy's port is missing");
        }
        int port =
                Decimal.parse(authority.substring(colon + 1), 1, 65535)
                        .orElseThrow(() ->
                                new InvalidEgressText(
                                        "the proxy's port is no number from 1 to 65535"));
        String host = host(authority.substring(0, colon));
        return at < 0
                ? new EgressProxy(kind, host, port, null, null)
                : withCredentials(kind, host, port, rest.substring(0, at));
    }

    /** Without the password. */
    @Override
    public String toString() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        String credentials = user == null ? "" : user + ":…@";
        return (kind == Kind.HTTP ? "http://" : "socks5://") + credentials + name + ":" + port;
    }

    private static Kind kind(String scheme) {
        return switch (scheme) {
            case "http" -> Kind.HTTP;
            case "socks5" -> Kind.SOCKS5;
            default -> throw new InvalidEgressText("a proxy starts with http:// or socks5://");
        };
    }

    private static String host(String written) {
        boolean bracketed = written.startsWith("[") && written.endsWith("]");
        String bare = bracketed ? written.substring(1, written.length() - 1) : written;
        boolean literal = IpLiteral.parse(bare).isPresent() && bracketed == bare.contains(":");
        Optional<String> host = literal ? Optional.of(bare) : HostName.normalise(written);
        return host.orElseThrow(() -> new InvalidEgressText("the proxy's host is no host"));
    }

    private static EgressProxy withCredentials(
            Kind kind, String host, int port, String credentials) {
        int colon = credentials.indexOf(':');
        String user = colon < 0 ? "" : credentials.substring(0, colon);
        String password = credentials.substring(colon + 1);
        if (!isCredential(user) || !isCredential(password)) {
            throw new InvalidEgressText(
                    "before the @ stand the proxy's user and password, user:password, in visible"
                            + " ASCII of at most "
                            + LONGEST_CREDENTIAL
                            + " characters each");
        }
        return new EgressProxy(kind, host, port, user, password);
    }

    private static boolean isCredential(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_CREDENTIAL
                && text.chars().allMatch(Ascii::isVisible);
    }
}
