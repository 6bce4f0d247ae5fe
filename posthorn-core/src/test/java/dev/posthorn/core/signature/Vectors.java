package dev.posthorn.core.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The signatures that sender and verifier must both reproduce. */
public final class Vectors {
    private Vectors() {}

    /** {@code system}: a top-level name in {@code vectors/signatures.json}. */
    public static JsonNode of(String system) {
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

    static Secret secret(JsonNode node, String name) {
        return new Secret(text(node, name));
    }
}
