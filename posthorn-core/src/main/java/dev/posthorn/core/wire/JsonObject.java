package dev.posthorn.core.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a small JSON object together, member by member in the order given. */
public final class JsonObject {
    private static final int USUAL_BYTES = 512;

    private final JsonBytes json = new JsonBytes(USUAL_BYTES).raw("{");
    private boolean first = true;

    public JsonObject string(String name, @Nullable String value) {
        member(name);
        appendString(value);
        return this;
    }

    /** Null stays null, which is not the same as an empty list. */
    public JsonObject strings(String name, @Nullable List<String> values) {
        member(name);
        if (values == null) {
            json.raw("null");
            return this;
        }
        json.raw("[");
        for (int i = 0; i < values.size(); i++) {
            json.raw(i == 0 ? "" : ",").string(values.get(i));
        }
        json.raw("]");
        return this;
    }

    public JsonObject number(String name, long value) {
        member(name);
        json.raw(Long.toString(value));
        return this;
    }

    public JsonObject bool(String name, boolean value) {
        member(name);
        json.raw(value ? "true" : "false");
        return this;
    }

    /** {@code ms}: since 1970. */
    public JsonObject time(String name, @Nullable Long ms) {
        member(name);
        if (ms == null) {
            json.raw("null");
        } else {
            json.time(ms);
        }
        return this;
    }

    public byte[] bytes() {
        return json.raw("}").bytes();
    }

    private void member(String name) {
        json.raw(first ? "" : ",").string(name).raw(":");
        first = false;
    }

    private void appendString(@Nullable String value) {
        if (value == null) {
            json.raw("null");
        } else {
            json.string(value);
        }
    }
}
