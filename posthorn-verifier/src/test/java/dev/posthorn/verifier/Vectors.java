package dev.posthorn.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signatures that sender and verifier must both reproduce. */
final class Vectors {
    private Vectors() {}

    static JsonNode of(String system) {
        try (InputStream in = Vectors.class.getResourceAsStream("/signatures.json")) {
            return JsonMapper.shared().readTree(in).required(system);
        } catch (IOException e) {
            throw new IllegalStateException("signatures.json cannot be read", e);
        }
    }

    static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    static byte[] bytes(JsonNode node, String name) {
        return text(node, name).getBytes(StandardCharsets.UTF_8);
    }

    static InstantSource at(long seconds) {
        return InstantSource.fixed(Instant.ofEpochSecond(seconds));
    }

    /** Names and values by turns; a null value leaves the header out. */
    static Map<String, String> headers(String... namesAndValues) {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                headers.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return headers;
    }
}
