package dev.posthorn.server.settings;

/**
 * Where the server listens.
 *
 * @param host name or address, IPv6 without brackets
 * @param port 0 for any free one
 */
public record ListenAddress(String host, int port) {
    private static final int LARGEST_PORT = 65_535;

    static ListenAddress parse(String text) throws NotAValue {
        int colon = text.lastIndexOf(':');
        String host = colon < 1 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || (host.contains(":") && !bracketed)) {
            throw expected();
        }
        return new ListenAddress(
                bracketed ? host.substring(1, host.length() - 1) : host,
                port(text.substring(colon + 1)));
    }

    private static int port(String digits) throws NotAValue {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > LARGEST_PORT) {
            throw expected();
        }
        return Integer.parseInt(digits);
    }

    private static NotAValue expected() {
        return new NotAValue("must be HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080");
    }

    /**
     * Whether only programs on this machine can connect; names other than localhost count as not.
     */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.equals("::1")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** The URL of the API when listening on {@code actualPort}. */
    public String url(int actualPort) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
