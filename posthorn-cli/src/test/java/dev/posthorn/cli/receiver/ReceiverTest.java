package dev.posthorn.cli.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.cli.process.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    private final BlockingQueue<ReceivedRequest> received = new ArrayBlockingQueue<>(10);

    private Reply take(ReceivedRequest request) {
        received.add(request);
        return new Reply(202, Map.of("X-Seen", request.method()), "tak\u00e9n");
    }

    @Test
    void hands_over_what_was_sent_and_answers_what_it_is_told() throws Exception {
        try (var receiver = Receiver.start("127.0.0.1", 0, this::take);
                var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + receiver.port() + "/a?b=c"))
                            .header("X-Mixed-Case", "Yes")
                            .method("DELETE", BodyPublishers.ofString("{\"id\":1}"))
                            .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.headers().firstValue("X-Seen")).hasValue("DELETE");
            assertThat(answer.body()).isEqualTo("tak\u00e9n");
        }
        ReceivedRequest arrived = received.take();
        assertThat(arrived.method()).isEqualTo("DELETE");
        assertThat(arrived.path()).isEqualTo("/a?b=c");
        assertThat(arrived.header("x-mixed-case")).hasValue("Yes");
        assertThat(arrived.text()).isEqualTo("{\"id\":1}");
    }

    @Test
    void a_port_that_is_taken_is_a_failure_that_says_so() {
        try (var first = Receiver.start("127.0.0.1", 0, this::take)) {
            int port = first.port();
            assertThatThrownBy(() -> Receiver.start("127.0.0.1", port, this::take))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port);
        }
    }
}
