package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests found out about an endpoint, as JSON. */
final class TestRecordCodec {
    private TestRecordCodec() {}

    static ObjectNode encode(TestRecord tests) {
        ObjectNode json = Json.object().put("allowed_per_minute", tests.allowedPerMinute());
        ObjectNode types = json.putObject("types");
        tests.types()
                .forEach((slug, test) ->
                        types.putObject(slug)
                                .put("at_ms", test.atMs())
                                .put("passed", test.passed())
                                .put("message", test.message()));
        return json;
    }

    static TestRecord decode(JsonNode json) {
        Map<String, TypeTest> types = new HashMap<>();
        json.required("types").forEachEntry((slug, test) -> types.put(slug, test(test)));
        return new TestRecord(types, Json.integerOrNull(json, "allowed_per_minute"));
    }

    private static TypeTest test(JsonNode json) {
        return new TypeTest(
                json.required("at_ms").longValue(),
                json.required("passed").booleanValue(),
                Json.text(json, "message"));
    }
}
