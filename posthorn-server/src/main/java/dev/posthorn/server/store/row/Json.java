package dev.posthorn.server.store.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reading and writing of body columns by hand: their shape is a format of ours and does not follow
 * the names of Java components. Absent is null.
 */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode read(String body) {
        return MAPPER.readTree(body);
    }

    static ArrayNode array(Collection<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ObjectNode map(Map<String, String> texts) {
        ObjectNode object = object();
        texts.forEach(object::put);
        return object;
    }

    static String text(JsonNode object, String name) {
        return object.required(name).stringValue();
    }

    static @Nullable String textOrNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value.stringValue();
    }

    static @Nullable Long longOrNull(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : (Long) value.longValue();
    }

    static @Nullable Integer integerOrNull(JsonNode object, String name) {
        Long value = longOrNull(object, name);
        return value == null ? null : (Integer) Math.toIntExact(value);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>(array.size());
        array.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    static Map<String, String> textMap(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> texts.put(name, value.stringValue()));
        return texts;
    }
}
