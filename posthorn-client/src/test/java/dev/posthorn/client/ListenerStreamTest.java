package dev.posthorn.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.client.resource.ListenerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListenerStreamTest {
    private static final String REQUEST =
            "{\"resource\":\"listener_request\",\"id\":7,\"method\":\"POST\",\"path\":\"/\","
                    + "\"headers\":{\"webhook-id\":\"e1\"},\"body\":\"{\\\"a\\\":1}\","
                    + "\"timeout_ms\":15000}\n";

    private static InputStream of(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static void endsWith(String why, ListenerStream stream) {
        assertThatThrownBy(stream::next)
                .isInstanceOfSatisfying(
                        PosthornException.class,
                        lost -> {
                            assertThat(lost.error()).isEqualTo(PosthornException.UNREACHABLE);
                            assertThat(lost).hasMessage(why);
                        });
    }

    @Test
    void hands_over_requests_and_passes_over_signs_of_life() throws InterruptedException {
        String beat = "{\"resource\":\"listener_beat\"}\n";
        ListenerStream stream = ListenerStream.of(of(beat + "\n" + REQUEST + beat));
        assertThat(stream.next())
                .isEqualTo(
                        new ListenerRequest(
                                7, "POST", "/", Map.of("webhook-id", "e1"), "{\"a\":1}", 15_000));
        endsWith("it was closed", stream);
        endsWith("it was closed", stream);
    }

    @Test
    void says_why_the_server_ended_it() {
        String end = "{\"resource\":\"listener_end\",\"message\":\"the server is stopping\"}\n";
        endsWith("the server ended it, the server is stopping", ListenerStream.of(of(end)));
    }

    @Test
    void a_line_that_is_no_json_is_no_connection_to_posthorn() {
        ListenerStream stream = ListenerStream.of(of("<html>\n"));
        assertThatThrownBy(stream::next).hasMessageStartingWith("it broke off (");
    }

    @Test
    void silence_is_a_lost_connection() throws IOException {
        try (var server = new PipedOutputStream();
                var stream =
                        ListenerStream.of(new PipedInputStream(server), Duration.ofMillis(20))) {
            endsWith("the server was silent for 0 s", stream);
        }
    }
}
