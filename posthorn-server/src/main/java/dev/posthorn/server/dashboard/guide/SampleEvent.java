package dev.posthorn.server.dashboard.guide;

import java.nio.charset.StandardCharsets;

/** The event the first steps publish, from the page and from elsewhere. */
final class SampleEvent {
    static final String TYPE = "user.created";
    private static final String JSON =
            "{\"type\": \"" + TYPE + "\", \"data\": {\"id\": \"usr_1\"}}";

    private SampleEvent() {}

    /** As the API takes it. */
    static byte[] bytes() {
        return JSON.getBytes(StandardCharsets.UTF_8);
    }

    /** For a shell. {@code base}: what our URLs begin with. */
    static String curl(String base) {
        return "curl %s/events \\\n  -H \"Authorization: Token $POSTHORN_TOKEN\" \\\n  -d '%s'"
                .formatted(base, JSON);
    }
}
