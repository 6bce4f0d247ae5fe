package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.connection.OtherFields;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that set something on a key; what is not given is not sent. */
final class KeyFields {
    @Option(names = "--name", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String name;

    @Option(
            names = "--endpoint",
            paramLabel = "ID",
            description = "where events published with it are routed")
    private @Nullable String endpoint;

    @Option(
            names = "--expires-in",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "it ends by itself after this time, such as 90d (default: never)")
    private @Nullable Duration expiresIn;

    @Mixin private final OtherFields others = new OtherFields();

    /** By their names in the API. */
    Map<String, Object> fields(Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "name", name);
        OtherFields.put(fields, "webhook_config", endpoint);
        if (expiresIn != null) {
            fields.put("date_expires", now.plus(expiresIn).toString());
        }
        others.addTo(fields);
        return fields;
    }
}
