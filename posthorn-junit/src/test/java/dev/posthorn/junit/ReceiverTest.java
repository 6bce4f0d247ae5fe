package dev.posthorn.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.client.NewEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiverTest {
    @RegisterExtension static final PosthornExtension POSTHORN = new PosthornExtension();

    @Test
    void refuses_what_is_not_genuine(Receiver receiver) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var forged =
                    HttpRequest.newBuilder(URI.create(receiver.url()))
                            .header("webhook-id", "1")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            assertThat(http.send(forged, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
        receiver.receivedNothingElse();
    }

    @Test
    void says_what_came_that_nobody_asked_for(Posthorn posthorn, Receiver receiver) {
        posthorn.publish(NewEvent.of("user.updated").dataJson("{}"));

        assertThatThrownBy(receiver::receivedNothingElse)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("received as well: [POST / ");
    }

    @Test
    void says_what_came_instead() {
        Arrivals arrivals = new Arrivals();
        arrivals.refuse("wrong_signature: no signature fits");

        assertThat(arrivals.take(webhook -> true, Duration.ZERO)).isEqualTo(Optional.empty());
        assertThat(arrivals.summary())
                .isEqualTo("nothing came; refused: [wrong_signature: no signature fits]");
    }
}
