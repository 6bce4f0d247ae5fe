package dev.posthorn.server.api.resource;

import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.server.api.json.JsonWriter;
import java.util.TreeMap;

/** {@code options} of an endpoint: only those its profile reads, so that none misleads. */
final class OptionsJson {
    private OptionsJson() {}

    static void write(String profile, ProfileOptions options, JsonWriter json) {
        json.name("options").beginObject();
        switch (profile) {
            case "ricloud" -> json.bool("append_event_id", options.appendEventId());
            case "fastcomments" ->
                    json.texts("methods", new TreeMap<>(options.methods()))
                            .word("delete_body", options.deleteBody())
                            .bool("forged_test", options.forgedTest());
            case "standard" ->
                    json.word("signature", options.signature())
                            .bool("forged_test", options.forgedTest());
            case "cloudevents" -> json.word("mode", options.mode());
            case "eventinsight" -> {}
            default -> json.bool("forged_test", options.forgedTest());
        }
        json.endObject();
    }
}
