package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.ProfileOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Profile options as JSON. */
final class OptionsCodec {
    private OptionsCodec() {}

    static ObjectNode encode(ProfileOptions options) {
        ObjectNode json =
                Json.object()
                        .put("append_event_id", options.appendEventId())
                        .put("delete_body", options.deleteBody().name())
                        .put("mode", options.mode().name())
                        .put("signature", options.signature().name())
                        .put("forged_test", options.forgedTest());
        json.set("methods", Json.map(options.methods()));
        return json;
    }

    static ProfileOptions decode(JsonNode json) {
        return new ProfileOptions(
                json.required("append_event_id").booleanValue(),
                Json.textMap(json.required("methods")),
                ProfileOptions.DeleteBody.valueOf(Json.text(json, "delete_body")),
                ProfileOptions.Mode.valueOf(Json.text(json, "mode")),
                ProfileOptions.Signature.valueOf(Json.text(json, "signature")),
                json.required("forged_test").booleanValue());
    }
}
