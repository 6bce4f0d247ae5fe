package dev.posthorn.server.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document as shipped: its operations, and what its references lead to. */
public final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final JsonNode root;
    private final Map<String, Map<String, Operation>> byTemplate = new TreeMap<>();

    private OpenApi(JsonNode root) {
        this.root = root;
        root.get("paths")
                .properties()
                .forEach(path -> byTemplate.put(path.getKey(), operations(path)));
    }

    public static OpenApi shipped() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("/api/openapi.yaml")) {
            return new OpenApi(YAMLMapper.builder().build().readTree(yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Operation> operations(Map.Entry<String, JsonNode> path) {
        Map<String, Operation> byMethod = new TreeMap<>();
        path.getValue()
                .properties()
                .forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        byMethod.put(
                                entry.getKey().toUpperCase(java.util.Locale.ROOT),
                                new Operation(
                                        this, path.getKey(), path.getValue(), entry.getValue()));
                    }
                });
        return byMethod;
    }

    public JsonNode root() {
        return root;
    }

    /** By template, then by method. */
    public Map<String, Map<String, Operation>> operations() {
        return byTemplate;
    }

    /** What a path answers to, by method; empty when it leads nowhere. Plain paths come first. */
    public Optional<Map<String, Operation>> at(String path) {
        String asked = path.length() > 1 && path.endsWith("/") ? cutLast(path) : path;
        return byTemplate.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), asked))
                .min(Comparator.comparingInt(entry -> entry.getKey().indexOf('{')))
                .map(Map.Entry::getValue);
    }

    private static String cutLast(String path) {
        return path.substring(0, path.length() - 1);
    }

    private static boolean matches(String template, String path) {
        List<String> wanted = Arrays.asList(template.split("/", -1));
        List<String> given = Arrays.asList(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            boolean gap = wanted.get(i).startsWith("{");
            if (gap ? given.get(i).isEmpty() : !wanted.get(i).equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The thing itself, or what its {@code $ref} leads to. */
    JsonNode resolved(JsonNode node) {
        JsonNode ref = node.get("$ref");
        return ref == null ? node : root.at(ref.stringValue().substring(1));
    }
}
