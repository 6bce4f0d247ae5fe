package dev.posthorn.core.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A thing as its fields, to be compared with itself later. One thread. */
public final class Described {
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private record Field(@Nullable Object value, boolean secret) {
        @Nullable String shown() {
            return value == null ? null : secret ? FieldChange.MASKED : value.toString();
        }
    }

    private static final Field UNSET = new Field(null, false);

    Described field(String name, @Nullable Object value) {
        fields.put(name, new Field(value, false));
        return this;
    }

    /** Names another thing by its number: see {@link FieldChange#isReference}. */
    Described id(String name, @Nullable Long seq) {
        return field(name, seq);
    }

    /** Only whether it changed will be said. */
    Described secret(String name, @Nullable Object value) {
        fields.put(name, new Field(value, true));
        return this;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** What differs from {@code before}, in the order of the fields here. */
    public List<FieldChange> since(Described before) {
        List<FieldChange> changes = new ArrayList<>();
        fields.forEach((name, now) -> {
            Field then = before.fields.getOrDefault(name, UNSET);
            if (!Objects.equals(then.value, now.value)) {
                changes.add(new FieldChange(name, then.shown(), now.shown()));
            }
        });
        return changes;
    }
}
