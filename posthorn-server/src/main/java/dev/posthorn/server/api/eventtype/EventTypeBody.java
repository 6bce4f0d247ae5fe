package dev.posthorn.server.api.eventtype;

import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.server.api.read.BodyFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a caller wants of an event type, field by field; what is not named stays. */
final class EventTypeBody {
    private static final int MAX_DESCRIPTION = 1_000;

    /** As much as a schema: it is one event's data, shown to people. */
    private static final int MAX_EXAMPLE_BYTES = 64 * 1024;

    private final List<UnaryOperator<TypeEntry>> steps = new ArrayList<>();

    private EventTypeBody() {}

    static EventTypeBody read(BodyFields body) {
        EventTypeBody wanted = new EventTypeBody();
        body.textOrNull(
                "description",
                MAX_DESCRIPTION,
                text -> wanted.step(it -> with(it, text, it.schema(), it.example())));
        body.json("schema", json -> wanted.schema(json));
        body.json("example", json -> wanted.example(json, body));
        body.flag("enforce", on -> wanted.step(it -> with(it, on, it.archived())));
        body.flag("archived", on -> wanted.step(it -> with(it, it.enforce(), on)));
        return wanted;
    }

    private void step(UnaryOperator<TypeEntry> step) {
        steps.add(step);
    }

    private void schema(JsonNode json) {
        Payload schema = payload(json);
        step(it -> with(it, it.description(), schema, it.example()));
    }

    private void example(JsonNode json, BodyFields body) {
        Payload example = payload(json);
        if (example != null && example.length() > MAX_EXAMPLE_BYTES) {
            body.problem("example", "may have at most " + MAX_EXAMPLE_BYTES + " bytes");
        } else if (example != null && !json.isObject()) {
            body.problem("example", "must be an object");
        } else {
            step(it -> with(it, it.description(), it.schema(), example));
        }
    }

    private static @Nullable Payload payload(JsonNode json) {
        return json.isNull() ? null : new Payload(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A new type. */
    TypeEntry made(EventType type, long nowMs) {
        return applied(new TypeEntry(type, null, null, false, null, false, nowMs, nowMs), nowMs);
    }

    /** The entry with what is wanted; the same when nothing changes. */
    TypeEntry applied(TypeEntry entry, long nowMs) {
        TypeEntry after = entry;
        for (UnaryOperator<TypeEntry> step : steps) {
            after = step.apply(after);
        }
        return after.equals(entry) ? entry : dated(after, nowMs);
    }

    private static TypeEntry dated(TypeEntry it, long nowMs) {
        return new TypeEntry(
                it.type(),
                it.description(),
                it.schema(),
                it.enforce(),
                it.example(),
                it.archived(),
                it.createdMs() == null ? (Long) nowMs : it.createdMs(),
                nowMs);
    }

    private static TypeEntry with(
            TypeEntry it,
            @Nullable String description,
            @Nullable Payload schema,
            @Nullable Payload example) {
        return new TypeEntry(
                it.type(),
                description,
                schema,
                it.enforce(),
                example,
                it.archived(),
                it.createdMs(),
                it.updatedMs());
    }

    private static TypeEntry with(TypeEntry it, boolean enforce, boolean archived) {
        return new TypeEntry(
                it.type(),
                it.description(),
                it.schema(),
                enforce,
                it.example(),
                archived,
                it.createdMs(),
                it.updatedMs());
    }
}
