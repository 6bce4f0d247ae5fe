package dev.posthorn.server.api.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Files that come with the program. */
final class Shipped {
    private Shipped() {}

    static byte[] bytes(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/api/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program came without api/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read api/" + name + " of the program", e);
        }
    }

    static JsonNode yaml(String name) {
        return YAMLMapper.builder().build().readTree(bytes(name));
    }
}
