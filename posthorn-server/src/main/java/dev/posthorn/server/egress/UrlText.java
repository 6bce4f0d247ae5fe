package dev.posthorn.server.egress;

import java.util.Optional;

/** Which characters may stand where in a URL: RFC 3986, and brackets in the query as many write. */
final class UrlText {
    static final int MAX_LENGTH = 2048;

    private static final String IN_PATH = "-._~!$&'()*+,;=:@/";
    private static final String IN_QUERY = IN_PATH + "?[]";

    private UrlText() {}

    /** What makes a URL wrong before its parts are looked at. */
    static Optional<String> problem(String url) {
        if (url.isEmpty()) {
            return Optional.of("The URL is empty.");
        }
        if (url.length() > MAX_LENGTH) {
            return Optional.of("The URL is longer than " + MAX_LENGTH + " characters.");
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                return Optional.of("The URL has a space or control character at " + i + ".");
            }
            if (c > 0x7f) {
                return Optional.of(
                        "The URL has a character outside ASCII at "
                                + i
                                + ": write a host name in its xn-- form, anything else as %XX.");
            }
            if (c == '#') {
                return Optional.of("The URL has a fragment (#…), which is never sent.");
            }
        }
        return Optional.empty();
    }

    /** Where, from {@code start} on, a character may not stand in a path and query; or -1. */
    static int badPathAndQuery(String text, int start) {
        int question = text.indexOf('?', start);
        int pathEnd = question < 0 ? text.length() : question;
        int bad = bad(text, start, pathEnd, IN_PATH);
        return bad >= 0 ? bad : bad(text, pathEnd, text.length(), IN_QUERY);
    }

    private static int bad(String text, int from, int to, String allowed) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean escape = c == '%' && isHex(text, i + 1, to) && isHex(text, i + 2, to);
            if (!escape && !Ascii.isLetterOrDigit(c) && allowed.indexOf(c) < 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHex(String text, int at, int end) {
        return at < end && Ascii.isHexDigit(text.charAt(at));
    }
}
