package dev.posthorn.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Headers held in maps, looked up whatever the case of their names. */
public final class WebhookHeaders {
    private WebhookHeaders() {}

    /**
     * Of a map with one value for each name.
     *
     * @param headers names in any case
     * @return for {@link WebhookVerifier#check}
     */
    public static Function<String, String> of(Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return name -> byName.getOrDefault(name, "");
    }

    /**
     * Of a map with all values of each name, as most servers have it. Values of one name are joined
     * as HTTP joins them; where only one may be, that makes it wrong.
     *
     * @param headers names in any case
     * @return for {@link WebhookVerifier#check}
     */
    public static Function<String, String> ofLists(Map<String, List<String>> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                byName.merge(name, String.join(", ", values), WebhookHeaders::and));
        return name -> byName.getOrDefault(name, "");
    }

    private static String and(String one, String other) {
        return one + ", " + other;
    }
}
