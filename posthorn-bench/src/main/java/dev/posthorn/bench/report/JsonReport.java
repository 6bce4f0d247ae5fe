package dev.posthorn.bench.report;

import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report, a record of records, as JSON, component by component; units are in the names. */
public final class JsonReport {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    public static void write(Object report, Path file) {
        MAPPER.writeValue(file, report);
    }
}
