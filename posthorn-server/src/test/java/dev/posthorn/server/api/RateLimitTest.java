package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.settings.Known;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {
    @TempDir Path folder;

    @Test
    void a_key_that_calls_too_often_is_told_when_to_come_back() {
        try (WholeServer server =
                WholeServer.start(folder, settings -> settings.with(Known.RATE_LIMIT_API, "3/h"))) {
            ApiCall call = server.call();
            ApiCall.Answer first = call.get("/key");
            call.post("/events", "{'type':'user.created','data':{}}");
            ApiCall.Answer third = call.get("/events/none");
            ApiCall.Answer last = call.get("/key");
            ApiCall.Answer another =
                    new ApiCall(server.posthorn().port(), server.posthorn().adminToken())
                            .get("/key");

            assertThat(first.header("ratelimit-policy")).isEqualTo("\"key\";q=3;w=3600");
            assertThat(first.header("ratelimit")).isEqualTo("\"key\";r=2;t=1200");
            assertThat(third.status()).isEqualTo(404);
            assertThat(call.get("/key").header("x-ratelimit-remaining")).isEqualTo("0");
            assertThat(last.header("retry-after")).isNotEmpty();
            assertThat(another.status()).isEqualTo(200);
        }
    }

    @Test
    void without_a_limit_nothing_is_said_of_one() {
        try (WholeServer server = WholeServer.start(folder)) {
            assertThat(server.call().get("/key").header("ratelimit")).isEmpty();
        }
    }
}
