package dev.posthorn.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which items of a list are wanted, as the parameters of the API. Immutable.
 *
 * <p>{@code Filter.where("state", "failed").and("type", "user.updated").createdFrom(yesterday)}
 */
public final class Filter {
    /** Everything the server does not hide of its own accord. */
    public static final Filter ALL = new Filter(Map.of());

    private final Map<String, String> parameters;

    private Filter(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * One parameter.
     *
     * @param parameter by its name in the API
     * @param value as the API writes it
     * @return a filter with it
     */
    public static Filter where(String parameter, String value) {
        return ALL.and(parameter, value);
    }

    /**
     * One more parameter; it replaces an earlier one of that name.
     *
     * @param parameter by its name in the API
     * @param value as the API writes it
     * @return a filter with it
     */
    public Filter and(String parameter, String value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(parameter, value);
        return new Filter(more);
    }

    /**
     * At or after {@code from}.
     *
     * @param from to the millisecond
     * @return a filter with it
     */
    public Filter createdFrom(Instant from) {
        return and("date_created[gte]", from.toString());
    }

    /**
     * Before {@code end}.
     *
     * @param end to the millisecond
     * @return a filter with it
     */
    public Filter createdBefore(Instant end) {
        return and("date_created[lt]", end.toString());
    }

    /**
     * Oldest first instead of newest first.
     *
     * @return a filter with it
     */
    public Filter oldestFirst() {
        return and("order", "asc");
    }

    /**
     * How many items a request asks for, at most 1000; a list goes on regardless.
     *
     * @param limit 1 to 1000
     * @return a filter with it
     */
    public Filter pageSize(int limit) {
        return and("limit", Integer.toString(limit));
    }

    /** {@code path} with these parameters as its query. */
    String on(String path) {
        var url = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator).append(encoded(parameter.getKey()));
            url.append('=').append(encoded(parameter.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
