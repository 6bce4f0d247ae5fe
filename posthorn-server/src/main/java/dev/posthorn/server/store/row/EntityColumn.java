package dev.posthorn.server.store.row;

import dev.posthorn.core.event.EntityId;
import org.jspecify.annotations.Nullable;

/** {@code event.entity}: a letter for the JSON type before the value; null for no entity. */
public final class EntityColumn {
    private EntityColumn() {}

    public static @Nullable String encode(EntityId entity) {
        return switch (entity) {
            case EntityId.Text(String value) -> "s" + value;
            case EntityId.Numeric(String digits) -> "n" + digits;
            case EntityId.None _ -> null;
        };
    }

    public static EntityId decode(@Nullable String column) {
        if (column == null) {
            return EntityId.NONE;
        }
        String value = column.substring(1);
        return column.charAt(0) == 's' ? new EntityId.Text(value) : new EntityId.Numeric(value);
    }
}
