package dev.posthorn.cli.delivery;

import dev.posthorn.cli.connection.Moment;
import dev.posthorn.cli.connection.MomentConverter;
import dev.posthorn.cli.connection.OtherFields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which deliveries are sent again. */
final class ResendFilter {
    @Option(names = "--endpoint", paramLabel = "ID", description = "those to this endpoint")
    private @Nullable String endpoint;

    @Option(names = "--event", paramLabel = "ID", description = "those of this event")
    private @Nullable String event;

    @Option(names = "--type", paramLabel = "SLUG", description = "those of events of this type")
    private @Nullable String type;

    @Option(
            names = "--state",
            paramLabel = "failed|delivered|cancelled",
            description = "those in this state (default: failed)")
    private @Nullable String state;

    @Option(
            names = "--organisation",
            paramLabel = "ID",
            description = "those of this organisation (default: the key's own)")
    private @Nullable String organisation;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "those made from then on: 15m, 6h or 7d ago, or 2026-11-22T10:00:00Z")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "those made before then")
    private @Nullable Moment until;

    /** By their names in the API; empty when nothing was given. */
    Map<String, Object> fields(Instant now) {
        var fields = new LinkedHashMap<String, Object>();
        OtherFields.put(fields, "webhook_config", endpoint);
        OtherFields.put(fields, "event", event);
        OtherFields.put(fields, "type", type);
        OtherFields.put(fields, "state", state);
        OtherFields.put(fields, "organisation", organisation);
        OtherFields.put(
                fields, "date_created[gte]", since == null ? null : since.at(now).toString());
        OtherFields.put(
                fields, "date_created[lt]", until == null ? null : until.at(now).toString());
        return fields;
    }
}
