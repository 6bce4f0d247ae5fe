package dev.posthorn.server.api.read;

import dev.posthorn.server.http.InvalidJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body as JSON, whatever its Content-Type says. */
public final class JsonBody {
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonBody() {}

    /** The fields of the object; none for a body that is empty or {@code null}. */
    public static BodyFields fields(byte[] body) {
        JsonNode node = read(body);
        if (node.isMissingNode() || node.isNull()) {
            return new BodyFields(JSON.createObjectNode());
        }
        if (node instanceof ObjectNode object) {
            return new BodyFields(object);
        }
        throw InvalidJson.refused("The body must be a JSON object.");
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw InvalidJson.at(e);
        }
    }
}
