package dev.posthorn.core.profile.request;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.wire.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An entity's id in the forms requests need. */
public final class EntityJson {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private EntityJson() {}

    /** In the JSON type it was published in; {@code null} when there is none. */
    public static byte[] json(EntityId id) {
        return switch (id) {
            case EntityId.Text(var value) ->
                    new JsonBytes(value.length() + 2).string(value).bytes();
            case EntityId.Numeric(var digits) -> digits.getBytes(StandardCharsets.US_ASCII);
            case EntityId.None _ -> NULL;
        };
    }

    /** As text, whatever its JSON type; an empty text names nothing. */
    public static Optional<String> text(EntityId id) {
        return switch (id) {
            case EntityId.Text(var value) -> Optional.of(value).filter(text -> !text.isEmpty());
            case EntityId.Numeric(var digits) -> Optional.of(digits);
            case EntityId.None _ -> Optional.empty();
        };
    }
}
