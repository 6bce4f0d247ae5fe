package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.process.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The options that set something on an endpoint; what is not given is not sent. */
final class EndpointFields {
    @Option(names = "--name", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String name;

    @Option(
            names = "--events",
            paramLabel = "SLUGS",
            split = ",",
            description = "types it wants, such as user.*,comment.deleted")
    private @Nullable List<String> events;

    @Option(
            names = "--channels",
            paramLabel = "NAMES",
            split = ",",
            description = "occasions it wants")
    private @Nullable List<String> channels;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description = "sent with every request; may be repeated")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "N", description = "deliveries per second, such as 0.5")
    private @Nullable Double rate;

    @Option(
            names = "--ordering",
            paramLabel = "none|fifo|entity",
            description = "in which order it gets its deliveries")
    private @Nullable String ordering;

    @Option(
            names = "--retry-waits",
            paramLabel = "SECONDS",
            split = ",",
            description = "waits between attempts, such as 5,300,3600")
    private @Nullable List<Integer> retryWaits;

    @Option(
            names = "--set",
            paramLabel = "FIELD=JSON",
            description = "any other field of the API; may be repeated")
    private Map<String, String> others = new LinkedHashMap<>();

    /** By their names in the API. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "name", name);
        put(fields, "event_types", events);
        put(fields, "channels", channels);
        put(fields, "rate_limit", rate);
        put(fields, "ordering", ordering);
        if (!headers.isEmpty()) {
            fields.put("headers", headers());
        }
        if (retryWaits != null) {
            fields.put("retry", Map.of("waits_s", retryWaits));
        }
        others.forEach((field, json) -> fields.put(field, value(field, json)));
        return fields;
    }

    static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private Map<String, String> headers() {
        var map = new LinkedHashMap<String, String>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw new Failure(
                        "\"" + header + "\" is not a header", "Write it like 'X-Shop: 42'.");
            }
            map.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return map;
    }

    private static Object value(String field, String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JacksonException e) {
            throw new Failure(
                    "the value of --set " + field + " is not JSON",
                    "Put text in double quotes, and all of it in single ones: --set '"
                            + field
                            + "=\"text\"'.");
        }
    }
}
