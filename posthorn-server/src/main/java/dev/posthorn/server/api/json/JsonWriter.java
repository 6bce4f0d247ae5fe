package dev.posthorn.server.api.json;

import dev.posthorn.core.id.PublicIds;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document in the making. Commas follow from what stands before; that braces match is the
 * caller's part. For one thread, one document.
 */
public final class JsonWriter {
    private final Utf8Builder out = new Utf8Builder();
    private final PublicIds ids;

    public JsonWriter(PublicIds ids) {
        this.ids = ids;
    }

    public byte[] toBytes() {
        return out.toBytes();
    }

    public JsonWriter beginObject() {
        comma();
        out.add('{');
        return this;
    }

    public JsonWriter endObject() {
        out.add('}');
        return this;
    }

    public JsonWriter beginArray() {
        comma();
        out.add('[');
        return this;
    }

    public JsonWriter endArray() {
        out.add(']');
        return this;
    }

    /** Name of the value that follows: plain ASCII that needs no escape. */
    public JsonWriter name(String name) {
        comma();
        out.add('"');
        out.ascii(name);
        out.add('"');
        out.add(':');
        return this;
    }

    public JsonWriter text(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        comma();
        out.add('"');
        out.escaped(value);
        out.add('"');
        return this;
    }

    public JsonWriter text(String name, @Nullable String value) {
        return name(name).text(value);
    }

    /** A constant in the API's spelling: {@code NOT_SENT} becomes {@code "not_sent"}. */
    public JsonWriter word(String name, Enum<?> value) {
        return name(name).text(value.name().toLowerCase(Locale.ROOT));
    }

    public JsonWriter number(String name, long value) {
        name(name);
        out.ascii(Long.toString(value));
        return this;
    }

    public JsonWriter number(long value) {
        comma();
        out.ascii(Long.toString(value));
        return this;
    }

    public JsonWriter number(String name, @Nullable Integer value) {
        return value == null ? name(name).nothing() : number(name, value.longValue());
    }

    /** A whole number is written without a point. */
    public JsonWriter decimal(String name, double value) {
        return name(name).decimal(value);
    }

    public JsonWriter decimal(String name, @Nullable Double value) {
        return value == null ? nothing(name) : decimal(name, value.doubleValue());
    }

    public JsonWriter decimal(double value) {
        comma();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        out.ascii(whole ? Long.toString((long) value) : Double.toString(value));
        return this;
    }

    public JsonWriter bool(String name, boolean value) {
        name(name);
        out.ascii(value ? "true" : "false");
        return this;
    }

    public JsonWriter nothing(String name) {
        return name(name).nothing();
    }

    private JsonWriter nothing() {
        comma();
        out.ascii("null");
        return this;
    }

    /** The public id of a sequence number. */
    public JsonWriter id(long seq) {
        comma();
        out.add('"');
        out.uuid(ids.uuid(seq));
        out.add('"');
        return this;
    }

    public JsonWriter id(String name, long seq) {
        return name(name).id(seq);
    }

    public JsonWriter id(String name, @Nullable Long seq) {
        return seq == null ? nothing(name) : id(name, seq.longValue());
    }

    /** RFC 3339 in UTC with milliseconds. {@code ms}: since 1970. */
    public JsonWriter time(String name, long ms) {
        name(name);
        int millis = Math.floorMod(ms, 1000);
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(Math.floorDiv(ms, 1000), 0, ZoneOffset.UTC);
        out.add('"');
        part(time.getYear(), 4, '-');
        part(time.getMonthValue(), 2, '-');
        part(time.getDayOfMonth(), 2, 'T');
        part(time.getHour(), 2, ':');
        part(time.getMinute(), 2, ':');
        part(time.getSecond(), 2, '.');
        part(millis, 3, 'Z');
        out.add('"');
        return this;
    }

    private void part(int value, int digits, char end) {
        out.digits(value, digits);
        out.add(end);
    }

    public JsonWriter time(String name, @Nullable Long ms) {
        return ms == null ? nothing(name) : time(name, ms.longValue());
    }

    /** JSON as it stands, such as the bytes a publisher sent. */
    public JsonWriter raw(String name, byte[] json) {
        name(name);
        out.raw(json);
        return this;
    }

    /** A number in its own digits, however many. */
    public JsonWriter digits(String name, String digits) {
        name(name);
        out.ascii(digits);
        return this;
    }

    public JsonWriter texts(String name, Collection<String> values) {
        name(name).beginArray();
        values.forEach(this::text);
        return endArray();
    }

    /** Names may be anything: they are escaped. */
    public JsonWriter texts(String name, Map<String, String> values) {
        name(name).beginObject();
        values.forEach(this::escapedField);
        return endObject();
    }

    private void escapedField(String name, String value) {
        text(name);
        out.add(':');
        text(value);
    }

    private void comma() {
        switch (out.last()) {
            case 0, '{', '[', ':' -> {}
            default -> out.add(',');
        }
    }
}
