package dev.posthorn.server.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.posthorn.core.administration.SchemaCheck;
import dev.posthorn.core.event.Payload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schema, 2020-12 unless a schema names an older draft. */
public final class JsonSchemas implements SchemaCheck {
    /** Bytes: it is read by people, and compiled on every start. */
    static final int MAX_SCHEMA_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The meta-schemas of the drafts; the library has copies of them. */
    private static final String META = "://json-schema.org/";

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaCacheEnabled(false)
                                    .schemaLoader(loader ->
                                            loader.fetchRemoteResources(false)
                                                    .allow(iri -> iri.toString().contains(META)))
                                    .schemaRegistryConfig(config()));

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .regularExpressionFactory(BoundedPattern::new)
                .preloadSchema(true)
                .locale(Locale.ENGLISH)
                .build();
    }

    @Override
    public Optional<String> problem(Payload schema) {
        if (schema.length() > MAX_SCHEMA_BYTES) {
            return Optional.of("may have at most " + MAX_SCHEMA_BYTES + " bytes");
        }
        try {
            JsonNode node = JSON.readTree(schema.bytes());
            return SchemaText.problem(node).or(() -> againstMeta(node)).or(() -> uncompiled(node));
        } catch (JacksonException _) {
            return Optional.of("is not JSON");
        }
    }

    private Optional<String> againstMeta(JsonNode node) {
        String dialect =
                SpecificationVersion.fromSchemaNode(node)
                        .orElse(SpecificationVersion.DRAFT_2020_12)
                        .getDialectId();
        try {
            return registry.getSchema(SchemaLocation.of(dialect)).validate(node).stream()
                    .findFirst()
                    .map(error ->
                            "is no JSON Schema: "
                                    + error.getInstanceLocation()
                                    + " "
                                    + rule(error));
        } catch (BoundedPattern.TooMuchWork _) {
            return Optional.of("is too complicated to be checked");
        }
    }

    private Optional<String> uncompiled(JsonNode node) {
        try {
            CompiledSchema compiled = compiled(node);
            compiled.violations(new Payload(new byte[] {'{', '}'}));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("has a pattern that is none: " + e.getPattern());
        } catch (SchemaException | IllegalArgumentException | StackOverflowError e) {
            return Optional.of("cannot be used: " + e.getMessage());
        }
    }

    @Override
    public Map<String, String> violations(Payload schema, Payload data) {
        return compiled(schema).violations(data);
    }

    /** The schema must have no {@link #problem}. Takes milliseconds: once per schema. */
    CompiledSchema compiled(Payload schema) {
        return compiled(JSON.readTree(schema.bytes()));
    }

    private CompiledSchema compiled(JsonNode node) {
        Schema schema = registry.getSchema(node);
        return new CompiledSchema(schema);
    }

    static String rule(Error error) {
        return error.getMessage() + " (" + error.getKeyword() + ")";
    }

    static JsonNode json(Payload data) {
        return JSON.readTree(data.bytes());
    }

    static List<Error> errors(Schema schema, Payload data) {
        return schema.validate(json(data));
    }
}
