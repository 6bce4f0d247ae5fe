package dev.posthorn.server.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.profile.OutgoingRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerSenderTest {
    @Test
    void only_what_is_for_listeners_goes_another_way() {
        List<String> overHttp = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        ListenerLines lines =
                new ListenerLines(Runnable::run, () -> 0, InstantSource.fixed(Instant.EPOCH));
        ListenerSender sender =
                new ListenerSender((request, _, _) -> overHttp.add(request.url()), lines);
        for (String url : List.of("https://example.com/listener://a/b", "listener://a/b")) {
            sender.send(
                    new OutgoingRequest("POST", url, new String[0], new byte[0]),
                    Duration.ofSeconds(15),
                    _ -> elsewhere.add(url));
        }
        assertThat(overHttp).containsExactly("https://example.com/listener://a/b");
        assertThat(elsewhere).containsExactly("listener://a/b");
    }
}
