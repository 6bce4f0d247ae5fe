package dev.posthorn.server.store.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptCodecTest {
    private static final Timings TIMINGS = new Timings(-1, -1, -1, 1_500, 2_100);
    private static final Response OK =
            new Response(
                    200,
                    new String[] {"content-type", "text/plain", "content-length", "2"},
                    "ok".getBytes(UTF_8),
                    false);

    private final AttemptCodec codec = new AttemptCodec();

    @ParameterizedTest
    @MethodSource("attempts")
    void comes_back_as_it_was_written(AttemptRecord attempt) {
        assertThat(AttemptCodec.decode(codec.encode(attempt)))
                .usingRecursiveComparison()
                .isEqualTo(attempt);
    }

    static Stream<AttemptRecord> attempts() {
        return Stream.of(
                attempt(1, Trigger.SCHEDULED, new AttemptOutcome.Delivered(200), OK, null),
                attempt(
                        2,
                        Trigger.RESEND,
                        new AttemptOutcome.Rejected(503, Duration.ofSeconds(30)),
                        new Response(503, new String[0], new byte[16_384], true),
                        "The receiver answered 503."),
                attempt(3, Trigger.REPLAY, new AttemptOutcome.Rejected(400, null), OK, "Grüße ✉"),
                attempt(
                        99,
                        Trigger.TEST,
                        new AttemptOutcome.TimedOut(Duration.ofSeconds(15)),
                        null,
                        "No answer within 15 s."),
                attempt(
                        4,
                        Trigger.SCHEDULED,
                        new AttemptOutcome.Unreachable(AttemptOutcome.Fault.TLS, "expired"),
                        null,
                        "expired"),
                attempt(
                        5,
                        Trigger.SCHEDULED,
                        new AttemptOutcome.Blocked("egress-allow"),
                        null,
                        "egress-allow"));
    }

    @Test
    void takes_about_150_bytes_for_an_ordinary_answer() {
        byte[] detail =
                codec.encode(
                        attempt(1, Trigger.SCHEDULED, new AttemptOutcome.Delivered(200), OK, null));

        assertThat(detail).hasSizeLessThan(150);
    }

    @Test
    void ignores_padding_after_its_end() {
        AttemptRecord attempt =
                attempt(1, Trigger.SCHEDULED, new AttemptOutcome.Delivered(204), null, null);
        byte[] detail = codec.encode(attempt);

        assertThat(AttemptCodec.decode(Arrays.copyOf(detail, detail.length + 40)))
                .usingRecursiveComparison()
                .isEqualTo(attempt);
    }

    private static AttemptRecord attempt(
            int number,
            Trigger trigger,
            AttemptOutcome outcome,
            @Nullable Response response,
            @Nullable String message) {
        byte[] sha256 = new byte[32];
        Arrays.fill(sha256, (byte) number);
        return new AttemptRecord(
                number,
                trigger,
                1_790_000_000_123L,
                7,
                sha256,
                new Exchange(outcome, response, TIMINGS, "192.0.2.17", message));
    }
}
