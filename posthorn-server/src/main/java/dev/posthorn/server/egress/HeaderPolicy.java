package dev.posthorn.server.egress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which headers an owner may add to an endpoint's requests: names and values that cannot break
 * a request apart, and none that the profile, the connection or a cloud's metadata service has a
 * meaning for.
 */
public final class HeaderPolicy {
    /** More than anyone needs, few enough for every receiver's own limits. */
    public static final int MAX_HEADERS = 32;

    public static final int MAX_VALUE_BYTES = 4096;

    private static final int MAX_NAME_BYTES = 256;
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private static final Set<String> TAKEN =
            Set.of(
                    "accept-encoding",
                    "age",
                    "cache-control",
                    "clear-site-data",
                    "connection",
                    "content-digest",
                    "content-encoding",
                    "content-language",
                    "content-length",
                    "content-location",
                    "content-type",
                    "cookie",
                    "date",
                    "expect",
                    "expires",
                    "forwarded",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "metadata",
                    "metadata-flavor",
                    "pragma",
                    "ricloud-signature",
                    "set-cookie",
                    "signature",
                    "signature-input",
                    "te",
                    "trailer",
                    "trailers",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent",
                    "via",
                    "warning",
                    "x-real-ip");

    private static final List<String> TAKEN_PREFIXES =
            List.of(
                    "ce-",
                    "posthorn-",
                    "proxy-",
                    "webhook-",
                    "x-amz-",
                    "x-amzn-",
                    "x-aws-ec2-metadata-token",
                    "x-azure-",
                    "x-fastcomments-",
                    "x-fd-",
                    "x-forwarded-",
                    "x-gfe",
                    "x-goog-",
                    "x-google");

    private HeaderPolicy() {}

    /** The first header that cannot be sent, with the reason; empty when all can. */
    public static Optional<Refusal> checkAll(Map<String, String> headers) {
        if (headers.size() > MAX_HEADERS) {
            return refuse("An endpoint may have at most " + MAX_HEADERS + " headers of its own.");
        }
        return headers.entrySet().stream()
                .flatMap(header -> check(header.getKey(), header.getValue()).stream())
                .findFirst();
    }

    public static Optional<Refusal> check(String name, String value) {
        if (name.isEmpty()
                || name.length() > MAX_NAME_BYTES
                || !name.chars().allMatch(HeaderPolicy::inToken)) {
            return refuse("\"" + shown(name) + "\" is no header name.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (TAKEN.contains(lower) || TAKEN_PREFIXES.stream().anyMatch(lower::startsWith)) {
            return refuse("The header " + name + " cannot be set: it has a meaning of its own.");
        }
        return checkValue(name, value);
    }

    private static Optional<Refusal> checkValue(String name, String value) {
        if (value.length() > MAX_VALUE_BYTES) {
            return refuse(
                    "The value of the header "
                            + name
                            + " is longer than "
                            + MAX_VALUE_BYTES
                            + " bytes.");
        }
        if (!value.equals(value.strip()) || !value.chars().allMatch(HeaderPolicy::inValue)) {
            return refuse(
                    "The value of the header "
                            + name
                            + " may have visible ASCII characters only, and spaces inside.");
        }
        return Optional.empty();
    }

    private static boolean inToken(int c) {
        return Ascii.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean inValue(int c) {
        return Ascii.isVisible(c) || c == ' ' || c == '\t';
    }

    /** Control characters must not reach a log or a terminal through our own message. */
    private static String shown(String name) {
        String cut = name.substring(0, Math.min(name.length(), 64));
        return cut.replaceAll("[^ -~]", "?");
    }

    private static Optional<Refusal> refuse(String message) {
        return Optional.of(new Refusal(message));
    }
}
