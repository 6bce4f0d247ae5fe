package dev.posthorn.server.api.read;

import dev.posthorn.server.http.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an object a caller sent. Each is asked for by name and handed on when it is there
 * and right; {@link #done} refuses what was wrong and what nobody asked for. One thread.
 */
public final class BodyFields {
    private static final int MAX_KEY_LENGTH = 256;

    private final ObjectNode object;
    private final String prefix;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    BodyFields(ObjectNode object) {
        this(object, "", new Problems());
    }

    private BodyFields(ObjectNode object, String prefix, Problems problems) {
        this.object = object;
        this.prefix = prefix;
        this.problems = problems;
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** A string read ahead of its turn; empty when it is not there or not a string. */
    public Optional<String> peek(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString()
                ? Optional.of(value.stringValue())
                : Optional.empty();
    }

    /** Says what is wrong with a field, or with the request as a whole. */
    public void problem(String name, String what) {
        problems.add(prefix + name, what);
    }

    /** A string that must be there when the field is. {@code longest}: characters. */
    public void text(String name, int longest, Consumer<String> use) {
        JsonNode value = ask(name);
        if (value != null && isText(name, value, longest)) {
            use.accept(value.stringValue());
        }
    }

    /** A string, or null to have none. */
    public void textOrNull(String name, int longest, Consumer<@Nullable String> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (value.isNull()) {
            use.accept(null);
        } else if (isText(name, value, longest)) {
            use.accept(value.stringValue());
        }
    }

    public void flag(String name, Consumer<Boolean> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (value.isBoolean()) {
            use.accept(value.booleanValue());
        } else {
            problem(name, "must be true or false");
        }
    }

    public void integer(String name, long least, long most, LongConsumer use) {
        JsonNode value = ask(name);
        if (value != null && isInteger(name, value, least, most)) {
            use.accept(value.longValue());
        }
    }

    /** Says that the field may also be null, to have none. */
    public boolean isNull(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isNull() && asked.add(name);
    }

    /** A number above zero. */
    public void decimal(String name, double most, DoubleConsumer use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        double number = value.isNumber() ? value.doubleValue() : 0;
        if (number > 0 && number <= most) {
            use.accept(number);
        } else {
            problem(name, "must be a number above 0, at most " + shown(most));
        }
    }

    private static String shown(double most) {
        return Long.toString((long) most);
    }

    /** One of the words given. */
    public <T> void word(String name, Map<String, T> words, Consumer<T> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        T meant = value.isString() ? words.get(value.stringValue()) : null;
        if (meant == null) {
            problem(name, "must be " + String.join(" or ", new TreeSet<>(words.keySet())));
        } else {
            use.accept(meant);
        }
    }

    /** An array of strings; repeats are dropped. {@code longest}: characters of each. */
    public void texts(String name, int most, int longest, Consumer<List<String>> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (!value.isArray() || value.size() > most) {
            problem(name, "must be an array of at most " + most + " strings");
            return;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode item : value.values()) {
            if (!isText(name, item, longest)) {
                return;
            }
            texts.add(item.stringValue());
        }
        use.accept(List.copyOf(texts));
    }

    public void integers(
            String name, int mostItems, long least, long most, Consumer<List<Long>> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (!value.isArray() || value.size() > mostItems) {
            problem(name, "must be an array of at most " + mostItems + " integers");
            return;
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode item : value.values()) {
            if (!isInteger(name, item, least, most)) {
                return;
            }
            numbers.add(item.longValue());
        }
        use.accept(numbers);
    }

    /** An object whose values are strings, in the order sent. {@code longest}: characters. */
    public void textMap(String name, int most, int longest, Consumer<Map<String, String>> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (!value.isObject() || value.size() > most) {
            problem(name, "must be an object with at most " + most + " strings");
            return;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getKey().isEmpty()
                    || entry.getKey().length() > MAX_KEY_LENGTH
                    || !isClean(entry.getKey())) {
                problem(name, "must have names of 1 to " + MAX_KEY_LENGTH + " characters");
                return;
            }
            if (!isText(name + "." + entry.getKey(), entry.getValue(), longest)) {
                return;
            }
            texts.put(entry.getKey(), entry.getValue().stringValue());
        }
        use.accept(texts);
    }

    /** An object with fields of its own. */
    public void object(String name, Consumer<BodyFields> use) {
        JsonNode value = ask(name);
        if (value == null) {
            return;
        }
        if (value instanceof ObjectNode inner) {
            BodyFields fields = new BodyFields(inner, prefix + name + ".", problems);
            use.accept(fields);
            fields.refuseUnknown();
        } else {
            problem(name, "must be an object");
        }
    }

    /** Any JSON, null included. */
    public void json(String name, Consumer<JsonNode> use) {
        JsonNode value = ask(name);
        if (value != null) {
            use.accept(value);
        }
    }

    /** A field that has a meaning in the contract and none here yet. */
    public void unsupported(String... names) {
        for (String name : names) {
            if (ask(name) != null) {
                problem(name, "is not supported yet");
            }
        }
    }

    /** Throws {@link RefusedException} for everything that was wrong or not asked for. */
    public void done() {
        refuseUnknown();
        problems.refuse();
    }

    private void refuseUnknown() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                problem(name, "unknown field");
            }
        }
    }

    private @Nullable JsonNode ask(String name) {
        return asked.add(name) ? object.get(name) : null;
    }

    private boolean isText(String name, JsonNode value, int longest) {
        if (!value.isString()) {
            problem(name, "must be a string");
            return false;
        }
        String text = value.stringValue();
        if (text.isEmpty() || text.length() > longest || !isClean(text)) {
            problem(name, "must have 1 to " + longest + " characters, none of control");
            return false;
        }
        return true;
    }

    /** Text that every log, page and store can hold: no control characters, no half pairs. */
    private static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || (c >= 0xD800 && c < 0xE000));
    }

    private boolean isInteger(String name, JsonNode value, long least, long most) {
        boolean fits =
                value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= least
                        && value.longValue() <= most;
        if (!fits) {
            problem(name, "must be an integer from " + least + " to " + most);
        }
        return fits;
    }
}
