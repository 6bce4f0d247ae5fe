package dev.posthorn.server.schema;

import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema must not have, before anything is made of it. */
final class SchemaText {
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private SchemaText() {}

    static Optional<String> problem(JsonNode schema) {
        if (!schema.isObject() && !schema.isBoolean()) {
            return Optional.of("must be an object, true or false");
        }
        return dialect(schema).or(() -> reference(schema));
    }

    private static Optional<String> dialect(JsonNode schema) {
        JsonNode dialect = schema.get("$schema");
        boolean known =
                dialect == null
                        || (dialect.isString()
                                && SpecificationVersion.fromDialectId(dialect.stringValue())
                                        .isPresent());
        return known
                ? Optional.empty()
                : Optional.of("has a $schema that is not one of drafts 4, 6, 7, 2019-09, 2020-12");
    }

    /** References may lead within the schema only: nothing is ever fetched. */
    private static Optional<String> reference(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            boolean leadsAway =
                    REFERENCES.contains(field.getKey())
                            && value.isString()
                            && !value.stringValue().startsWith("#");
            if (leadsAway) {
                return Optional.of("refers to " + value + ": references must begin with #");
            }
        }
        for (JsonNode inner : node) {
            Optional<String> problem = reference(inner);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }
}
