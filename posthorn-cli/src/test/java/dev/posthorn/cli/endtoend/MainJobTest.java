package dev.posthorn.cli.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.Cli;
import dev.posthorn.client.Filter;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.WebhookConfig;
import dev.posthorn.verifier.WebhookProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of events, published by the command line, at receivers of every profile. */
class MainJobTest {
    private static final int EVENTS = 10_000;
    private static final Filter ALL_OLDEST_FIRST = Filter.ALL.oldestFirst().pageSize(1000);

    private final List<ProfileReceiver> receivers =
            Arrays.stream(WebhookProfile.values()).map(ProfileReceiver::start).toList();

    @TempDir private Path folder = Path.of("");

    private Node node;

    @BeforeEach
    void start() {
        node = Node.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        node.close();
        receivers.forEach(ProfileReceiver::close);
    }

    @Test
    void every_event_arrives_once_and_byte_for_byte() throws IOException {
        receivers.forEach(this::subscribe);
        List<SampleEvent> sample = SampleEvents.of(EVENTS, 1);
        upload(sample);
        Patience.until(
                () -> node.client().queue().pending() == 0, () -> node.client().queue().toString());

        Map<String, SampleEvent> published = byId(sample);
        for (ProfileReceiver receiver : receivers) {
            var wanted = new LinkedHashMap<>(published);
            wanted.values().removeIf(event -> !receiver.wants(event));
            assertThat(receiver.arrivals().complaints(wanted)).as(receiver.profile()).isEmpty();
        }
        checkLedger();
    }

    private void subscribe(ProfileReceiver receiver) {
        WebhookConfig made =
                node.client()
                        .webhookConfigs()
                        .createAndAwait(receiver.endpoint(), Duration.ofSeconds(10));
        assertThat(node.client().webhookConfigs().retrieve(made.id()).stateReason()).isNull();
        assertThat(made.state()).as(receiver.profile()).isEqualTo("valid");
        receiver.arrivals().startAnew();
    }

    private void upload(List<SampleEvent> sample) throws IOException {
        Path file = folder.resolve("events.ndjson");
        String lines = sample.stream().map(SampleEvent::line).collect(Collectors.joining());
        Files.writeString(file, lines, UTF_8);
        Cli.Result result =
                new Cli(folder)
                        .environment("POSTHORN_URL", node.url())
                        .environment("POSTHORN_TOKEN", node.token())
                        .run("event", "send", "--data", "@events.ndjson");
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** Ids rise as events are accepted, so the log has them in the order of the file. */
    private Map<String, SampleEvent> byId(List<SampleEvent> sample) {
        List<Event> accepted = node.client().events().list(ALL_OLDEST_FIRST).toList();
        assertThat(accepted).hasSize(sample.size());
        var byId = new LinkedHashMap<String, SampleEvent>();
        for (int i = 0; i < sample.size(); i++) {
            assertThat(accepted.get(i).eventType()).isEqualTo(sample.get(i).type());
            byId.put(accepted.get(i).id(), sample.get(i));
        }
        return byId;
    }

    private void checkLedger() {
        long made = node.client().events().list(ALL_OLDEST_FIRST).mapToInt(Event::deliveries).sum();
        Map<String, Long> byState =
                node.client()
                        .deliveries()
                        .list(ALL_OLDEST_FIRST)
                        .map(Delivery::state)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(byState).isEqualTo(Map.of("delivered", made));
    }
}
