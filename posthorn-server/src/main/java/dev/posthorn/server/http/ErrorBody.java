package dev.posthorn.server.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The error object as bytes; {@code params} is left out when no field is to blame. */
final class ErrorBody {
    private static final JsonFactory JSON = new JsonFactory();

    private ErrorBody() {}

    static byte[] of(ApiError error) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("error", error.code().code());
            json.writeStringProperty("message", error.message());
            if (!error.params().isEmpty()) {
                params(error.params(), json);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void params(Map<String, String> params, JsonGenerator json) {
        json.writeObjectPropertyStart("params");
        params.forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
