package dev.posthorn.core.administration;

import dev.posthorn.core.catalogue.EventTypes;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes the catalogue, which is one for all organisations. Types are archived, never removed:
 * events of them may be on their way. Calls block until the change is durable.
 */
public final class EventTypeAdministration {
    /** A list a person chooses from; more are made by a mistake in a program. */
    public static final int MAX_TYPES = 1_000;

    private final Configuration configuration;
    private final SchemaCheck schemas;

    public EventTypeAdministration(Configuration configuration, SchemaCheck schemas) {
        this.configuration = configuration;
        this.schemas = schemas;
    }

    /** {@code wanted}: with {@code createdMs} and {@code updatedMs} of now. */
    public EventTypeResult create(TypeEntry wanted) {
        return configuration.change(() -> {
            Optional<TypeEntry> there = types().entry(wanted.type());
            if (there.isPresent()) {
                return refused(new EventTypeRejection.AlreadyThere(there.get().archived()));
            }
            return types().writtenCount() >= MAX_TYPES
                    ? refused(new EventTypeRejection.TooMany(MAX_TYPES))
                    : saved(wanted);
        });
    }

    /** {@code step}: from the entry in force to the one wanted, of the same type. */
    public EventTypeResult update(EventType type, UnaryOperator<TypeEntry> step) {
        return configuration.change(() ->
                types().entry(type)
                        .map(before -> changed(before, step.apply(before)))
                        .orElseGet(() -> refused(new EventTypeRejection.NoSuchType())));
    }

    private Decision<EventTypeResult> changed(TypeEntry before, TypeEntry after) {
        return after.equals(before)
                ? new Decision<>(List.of(), new EventTypeResult.Done(before))
                : saved(after);
    }

    private EventTypes types() {
        return configuration.directory().eventTypes();
    }

    private Decision<EventTypeResult> saved(TypeEntry wanted) {
        return against(wanted)
                .map(EventTypeAdministration::refused)
                .orElseGet(() ->
                        new Decision<>(
                                List.of(new Change.EventTypeChange(wanted)),
                                new EventTypeResult.Done(wanted)));
    }

    private Optional<EventTypeRejection> against(TypeEntry wanted) {
        Payload schema = wanted.schema();
        if (schema == null) {
            return wanted.enforce()
                    ? Optional.of(new EventTypeRejection.NoSchema())
                    : Optional.empty();
        }
        Optional<EventTypeRejection> bad =
                schemas.problem(schema).map(EventTypeRejection.BadSchema::new);
        Payload example = wanted.example();
        return bad.isPresent() || example == null ? bad : example(schema, example);
    }

    private Optional<EventTypeRejection> example(Payload schema, Payload example) {
        Map<String, String> rules = schemas.violations(schema, example);
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventTypeRejection.ExampleDoesNotFit(rules));
    }

    private static Decision<EventTypeResult> refused(EventTypeRejection why) {
        return new Decision<>(List.of(), new EventTypeResult.Refused(why));
    }
}
