package dev.posthorn.cli.openapi;

import dev.posthorn.cli.process.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The text of a document: YAML, of which JSON is a part. */
public final class DocumentFile {
    private DocumentFile() {}

    public static JsonNode read(String text) {
        JsonNode document;
        try {
            document = new YAMLMapper().readTree(text);
        } catch (JacksonException e) {
            throw new Failure("it is neither YAML nor JSON: " + e.getOriginalMessage(), "");
        }
        if (!document.path("openapi").asString("").startsWith("3.")) {
            throw new Failure(
                    "it is not an OpenAPI document: it does not begin with openapi: 3.1.0",
                    "Give one whose section `webhooks` describes what you send.");
        }
        return document;
    }

    /** {@code json}: JSON rather than YAML. */
    public static String text(JsonNode document, boolean json) {
        ObjectMapper mapper =
                json
                        ? JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                        : YAMLMapper.builder()
                                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                .build();
        String text = mapper.writeValueAsString(document);
        return text.endsWith("\n") ? text : text + "\n";
    }
}
