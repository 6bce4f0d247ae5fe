package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever field of the API has no option of its own. */
public final class OtherFields {
    @Option(
            names = "--set",
            paramLabel = "FIELD=JSON",
            description = "any other field of the API; may be repeated")
    private Map<String, String> others = new LinkedHashMap<>();

    public void addTo(Map<String, Object> fields) {
        others.forEach((field, json) -> fields.put(field, value(field, json)));
    }

    /** {@code value} under {@code name}, if there is one. */
    public static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Object value(String field, String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JacksonException e) {
            throw Failure.usage(
                    "the value of --set " + field + " is not JSON",
                    "Put text in double quotes, and all of it in single ones: --set '"
                            + field
                            + "=\"text\"'.");
        }
    }
}
