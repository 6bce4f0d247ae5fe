package dev.posthorn.client;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the API spells it: names in snake case, unknown ones ignored. */
final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    // What a server leaves out is zero or false.
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> T read(JsonNode node, Class<T> type) {
        return MAPPER.treeToValue(node, type);
    }

    /** An answer that is no JSON comes from something between us and the server. */
    static JsonNode tree(int status, byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new PosthornException(
                    status, "not-posthorn", "the answer is not JSON: is this Posthorn?", Map.of());
        }
    }

    /** The refusal in {@code {"error":…,"message":…,"params":{…}}}. */
    static PosthornException refusal(int status, byte[] body) {
        JsonNode node = tree(status, body);
        return new PosthornException(
                status,
                node.path("error").asString("status-" + status),
                node.path("message").asString("the server answered " + status),
                params(node.path("params")));
    }

    private static Map<String, String> params(JsonNode node) {
        var params = new LinkedHashMap<String, String>();
        for (Iterator<Map.Entry<String, JsonNode>> i = node.properties().iterator();
                i.hasNext(); ) {
            Map.Entry<String, JsonNode> param = i.next();
            params.put(param.getKey(), param.getValue().asString(""));
        }
        return params;
    }
}
