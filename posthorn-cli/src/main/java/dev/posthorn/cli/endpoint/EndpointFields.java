package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin private final OtherFields others = new OtherFields();

    /** By their names in the API. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        OtherFields.put(fields, "name", name);
        OtherFields.put(fields, "event_types", events);
        OtherFields.put(fields, "channels", channels);
        OtherFields.put(fields, "rate_limit", rate);
        OtherFields.put(fields, "ordering", ordering);
        if (!headers.isEmpty()) {
            fields.put("headers", headers());
        }
        if (retryWaits != null) {
            fields.put("retry", Map.of("waits_s", retryWaits));
        }
        others.addTo(fields);
        return fields;
    }

    private Map<String, String> headers() {
        var map = new LinkedHashMap<String, String>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw Failure.usage(
                        "\"" + header + "\" is not a header", "Write it like 'X-Shop: 42'.");
            }
            map.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
        }
        return map;
    }
}
