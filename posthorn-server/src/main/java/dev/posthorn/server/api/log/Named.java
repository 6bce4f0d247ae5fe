package dev.posthorn.server.api.log;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thing a filter names: not asked for, found, or out of reach, which leaves an empty list.
 *
 * @param value null when the filter does not name one
 */
record Named<T>(@Nullable T value, boolean unknown) {
    static <T> Named<T> of(Optional<String> text, Function<String, Optional<T>> find) {
        if (text.isEmpty()) {
            return new Named<>(null, false);
        }
        Optional<T> found = find.apply(text.get());
        return new Named<>(found.orElse(null), found.isEmpty());
    }
}
