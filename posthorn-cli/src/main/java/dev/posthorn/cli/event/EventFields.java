package dev.posthorn.cli.event;

import dev.posthorn.client.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say more about one event. */
final class EventFields {
    @Option(names = "--entity-id", paramLabel = "ID", description = "which one it is about")
    private @Nullable String entityId;

    @Option(names = "--organisation", paramLabel = "ID", description = "whose event it is")
    private @Nullable String organisation;

    @Option(
            names = "--key",
            paramLabel = "ID",
            description = "the key on whose behalf it is published, which decides who gets it")
    private @Nullable String key;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "an occasion it belongs to; may be repeated")
    private List<String> channels = new ArrayList<>();

    @Option(
            names = "--deliver-at",
            paramLabel = "TIME",
            description = "not before then, such as 2026-11-22T10:00:00Z; at most 7 days ahead")
    private @Nullable Instant deliverAt;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "publish once, however often this is called")
    private @Nullable String idempotencyKey;

    NewEvent addTo(NewEvent bare) {
        NewEvent event = entityId == null ? bare : bare.entityId(entityId);
        event = organisation == null ? event : event.organisation(organisation);
        event = key == null ? event : event.key(key);
        event = deliverAt == null ? event : event.deliverAt(deliverAt);
        event = idempotencyKey == null ? event : event.idempotencyKey(idempotencyKey);
        return channels.isEmpty() ? event : event.channels(channels.toArray(String[]::new));
    }

    boolean isEmpty() {
        return entityId == null
                && organisation == null
                && key == null
                && deliverAt == null
                && idempotencyKey == null
                && channels.isEmpty();
    }
}
