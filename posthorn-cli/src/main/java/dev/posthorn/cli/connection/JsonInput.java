package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.process.TextInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON given as {@code JSON|@FILE|-}. */
public final class JsonInput {
    private JsonInput() {}

    /** {@code what}: how the option or parameter is called, for what is said about it. */
    public static JsonNode of(String what, String given, Context context) {
        var mapper =
                JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
        try {
            return mapper.readTree(TextInput.of(given, context));
        } catch (JacksonException e) {
            throw Failure.usage(
                    what + " is not JSON: " + e.getOriginalMessage(),
                    "Give JSON itself, @FILE, or - for the standard input.");
        }
    }
}
