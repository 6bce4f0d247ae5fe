package dev.posthorn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.client.resource.Attempt;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.WebhookConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried, when, and how it ends, as the API tells it. */
class FailingReceiversTest {
    /** An attempt begins in its own time on a busy machine; its wait is far longer. */
    private static final Duration LATE = Duration.ofSeconds(30);

    @TempDir private static Path folder = Path.of("");

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void gives_up_after_the_last_wait() {
        try (MoodyReceiver receiver = MoodyReceiver.answering(500, Map.of())) {
            Scene scene = Scene.of(node, receiver.endpoint("/").set("retry", waits(1, 2)));
            Delivery failed = scene.ended(scene.publish());

            assertThat(failed.state()).isEqualTo("failed");
            assertThat(failed.reason()).isEqualTo("schedule-used-up");
            assertThat(failed.lastStatus()).isEqualTo(500);
            assertThat(failed.nextAttempt()).isNull();
            List<Attempt> attempts = scene.attempts(failed);
            assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
            assertThat(attempts).extracting(FailingReceiversTest::status).containsOnly(500);
            assertWait(attempts.get(0), attempts.get(1), Duration.ofSeconds(1));
            assertWait(attempts.get(1), attempts.get(2), Duration.ofSeconds(2));
            assertThat(receiver.taken()).hasSize(3);
        }
    }

    @Test
    void leaves_a_receiver_alone_for_as_long_as_it_asks() {
        try (MoodyReceiver receiver = MoodyReceiver.answering(429, Map.of("Retry-After", "3"))) {
            Scene scene = Scene.of(node, receiver.endpoint("/").set("retry", waits(1)));
            String first = scene.publish();
            Patience.until(() -> scene.delivery(first).attempts() == 1, () -> "no first attempt");
            receiver.answerFromNowOn(MoodyReceiver.TAKES_ALL);
            String second = scene.publish();

            assertThat(scene.ended(first).state()).isEqualTo("delivered");
            assertThat(scene.ended(first).attempts()).isEqualTo(2);
            assertThat(scene.ended(second).attempts()).isEqualTo(1);
            List<Instant> arrivals =
                    receiver.taken().stream().map(MoodyReceiver.Taken::arrived).toList();
            assertThat(arrivals).hasSize(3);
            assertThat(Duration.between(arrivals.get(0), arrivals.get(1)))
                    .isBetween(Duration.ofSeconds(3), LATE);
        }
    }

    @Test
    void holds_what_is_left_when_an_endpoint_is_gone() {
        try (MoodyReceiver receiver = MoodyReceiver.answering(410, Map.of())) {
            Scene scene = Scene.of(node, receiver.endpoint("/").set("retry", waits(1)));
            String event = scene.publish();
            Patience.until(() -> !scene.endpoint().isValid(), () -> "still valid");

            WebhookConfig endpoint = scene.endpoint();
            assertThat(endpoint.state()).isEqualTo("invalid");
            assertThat(endpoint.stateReason()).isEqualTo("gone");
            Delivery held = scene.delivery(event);
            assertThat(held.state()).isEqualTo("pending");
            assertThat(held.held()).isTrue();
            assertThat(held.attempts()).isEqualTo(1);
            assertThat(held.lastStatus()).isEqualTo(410);
            assertThat(node.client().events().publish(scene.event()).deliveries()).isZero();
        }
    }

    @Test
    void takes_an_answer_that_never_comes_for_a_failure() {
        try (MoodyReceiver receiver = MoodyReceiver.hanging()) {
            Scene scene =
                    Scene.of(
                            node,
                            receiver.endpoint("/").set("retry", waits(1)).set("timeout_ms", 1000));
            Delivery failed = scene.ended(scene.publish());

            assertThat(failed.state()).isEqualTo("failed");
            assertThat(failed.lastStatus()).isNull();
            List<Attempt> attempts = scene.attempts(failed);
            assertThat(attempts)
                    .extracting(FailingReceiversTest::error)
                    .containsExactly("timeout", "timeout");
            assertWait(attempts.get(0), attempts.get(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void arrives_when_a_receiver_comes_back() {
        try (MoodyReceiver receiver = MoodyReceiver.down()) {
            Scene scene =
                    Scene.of(node, receiver.endpoint("/").set("retry", waits(1, 1, 1, 1, 1, 1)));
            String event = scene.publish();
            Patience.until(() -> scene.delivery(event).attempts() >= 2, () -> "no attempts");
            receiver.open();

            Delivery arrived = scene.ended(event);
            assertThat(arrived.state()).isEqualTo("delivered");
            assertThat(arrived.lastStatus()).isEqualTo(200);
            List<Attempt> attempts = scene.attempts(arrived);
            assertThat(attempts).hasSize(arrived.attempts());
            assertThat(attempts.subList(0, attempts.size() - 1))
                    .extracting(FailingReceiversTest::error)
                    .containsOnly("connection-refused");
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    /** The first wait in milliseconds: at least, and at most. */
    @ParameterizedTest
    @CsvSource({
        "ricloud, 60000, 60000",
        "eventinsight, 5000, 5500",
        "fastcomments, 60000, 60000",
        "standard, 5000, 5500",
        "cloudevents, 5000, 5500"
    })
    void waits_as_its_profile_says(String profile, long leastMs, long mostMs) {
        try (MoodyReceiver receiver = MoodyReceiver.down()) {
            Scene scene = Scene.of(node, receiver.endpoint("/").profile(profile));
            String event = scene.publish();
            Patience.until(() -> scene.delivery(event).attempts() == 1, () -> "no first attempt");

            Delivery waiting = scene.delivery(event);
            Attempt attempt = scene.attempts(waiting).getFirst();
            Duration wait =
                    Duration.between(ended(attempt), Objects.requireNonNull(waiting.nextAttempt()));
            assertThat(wait.toMillis()).isBetween(leastMs - 1, mostMs + LATE.toMillis() / 10);
        }
    }

    private static Map<String, Object> waits(Integer... seconds) {
        return Map.of("waits_s", List.of(seconds));
    }

    private static void assertWait(Attempt from, Attempt to, Duration least) {
        assertThat(Duration.between(started(from), started(to))).isBetween(least, LATE);
    }

    private static Instant started(Attempt attempt) {
        return Objects.requireNonNull(attempt.dateStarted());
    }

    private static Instant ended(Attempt attempt) {
        Double totalMs = Objects.requireNonNull(attempt.timingsMs()).get("total");
        return started(attempt).plusMillis(Objects.requireNonNull(totalMs).longValue());
    }

    private static Integer status(Attempt attempt) {
        return Objects.requireNonNull(attempt.response()).status();
    }

    private static String error(Attempt attempt) {
        return Objects.requireNonNull(attempt.error()).code();
    }
}
