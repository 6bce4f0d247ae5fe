package dev.posthorn.server.store.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code event.channels}: a JSON array of text; null for none. */
public final class ChannelsColumn {
    private ChannelsColumn() {}

    public static @Nullable String encode(List<String> channels) {
        return channels.isEmpty() ? null : Json.MAPPER.writeValueAsString(channels);
    }

    public static List<String> decode(@Nullable String column) {
        return column == null ? List.of() : List.copyOf(Json.texts(Json.read(column)));
    }
}
