package dev.posthorn.core.endpoint;

import java.util.regex.Pattern;

/**
 * What stands where other endpoints have their URL when nobody can be called: {@code
 * listener://<organisation's public id>/<name>}. What is sent there travels down a connection the
 * receiver opened itself. No owner can choose it: a URL of theirs begins with {@code http}.
 */
public record ListenerAddress(String organisation, String name) {
    /** Longer than any machine's name; short enough to read in a list. */
    public static final int MAX_NAME = 64;

    private static final String SCHEME = "listener://";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_NAME + "}");

    /** Whether requests to this URL go to a listener. */
    public static boolean isOne(String url) {
        return url.startsWith(SCHEME);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The address in the URL of a request, which may go on behind it. */
    public static String of(String url) {
        int path = pathStart(url);
        return path < 0 ? url : url.substring(0, path);
    }

    /** What a URL has behind the address: path and query, {@code /} for none. */
    public static String pathOf(String url) {
        int path = pathStart(url);
        return path < 0 ? "/" : url.substring(path);
    }

    private static int pathStart(String url) {
        int name = url.indexOf('/', SCHEME.length());
        return name < 0 ? -1 : url.indexOf('/', name + 1);
    }

    /** As it stands in the settings of its endpoint. */
    public String url() {
        return SCHEME + organisation + "/" + name;
    }
}
