package dev.posthorn.server.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.posthorn.core.event.Payload;
import java.util.LinkedHashMap;
import java.util.Map;

/** A schema ready to hold data against. Used by many threads. */
final class CompiledSchema {
    /** Enough to see what is wrong. */
    private static final int MOST = 20;

    private final Schema schema;

    CompiledSchema(Schema schema) {
        this.schema = schema;
    }

    /** The rules that are not met, by JSON Pointer into the data. */
    Map<String, String> violations(Payload data) {
        Map<String, String> rules = new LinkedHashMap<>();
        try {
            for (Error error : JsonSchemas.errors(schema, data)) {
                if (rules.size() < MOST) {
                    rules.putIfAbsent(
                            error.getInstanceLocation().toString(), JsonSchemas.rule(error));
                }
            }
        } catch (BoundedPattern.TooMuchWork | StackOverflowError _) {
            rules.put("", "is too much work for the schema of its type");
        }
        return rules;
    }
}
