package dev.posthorn.server.schema;

import dev.posthorn.core.catalogue.EventTypes;
import dev.posthorn.core.catalogue.TypeEntry;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.server.ingest.DataCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds published data against the schemas of the catalogue, each compiled once per change. */
public final class EnforcedTypes implements DataCheck {
    private final EventTypes types;
    private final JsonSchemas schemas;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    private record Compiled(TypeEntry entry, CompiledSchema schema) {}

    public EnforcedTypes(EventTypes types, JsonSchemas schemas) {
        this.types = types;
        this.schemas = schemas;
    }

    @Override
    public boolean concerns(EventType type) {
        return types.isChecked(type);
    }

    @Override
    public Map<String, String> problems(EventType type, Payload data) {
        TypeEntry entry = types.entry(type).orElse(null);
        if (entry == null || !entry.checked()) {
            return Map.of();
        }
        Map<String, String> problems = new LinkedHashMap<>();
        schema(type, entry)
                .violations(data)
                .forEach((pointer, rule) -> problems.put("data" + pointer, rule));
        return problems;
    }

    /** An entry is never changed but replaced, and to compare its schema would cost too much. */
    @SuppressWarnings("ReferenceEquality")
    private CompiledSchema schema(EventType type, TypeEntry entry) {
        Compiled known = compiled.get(type.slug());
        if (known != null && known.entry == entry) {
            return known.schema;
        }
        Payload schema = entry.schema();
        if (schema == null) {
            throw new IllegalStateException("no schema to enforce: " + type.slug());
        }
        Compiled made = new Compiled(entry, schemas.compiled(schema));
        compiled.put(type.slug(), made);
        return made.schema;
    }
}
