package dev.posthorn.server.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.posthorn.server.http.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyHeaderTest {
    private static final String EVENT = "{\"type\":\"a\",\"data\":{}}";
    private static final EventParser PARSER =
            new EventParser(new IngestLimits(1 << 20, 1000, 5, Duration.ofDays(7)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "k      | k",
                "\"k\" | k",
                "\"k   | \"k",
                "\"\"k\" | \"k",
                "a b    | a b",
                "K      | K"
            })
    void takes_off_one_pair_of_quotes_and_nothing_else(String header, String key) {
        assertThat(key(header)).isEqualTo(key);
    }

    @Test
    void is_the_same_key_as_the_same_bytes_in_a_body() {
        String asHeader = new String("clé 😀".getBytes(UTF_8), ISO_8859_1);
        assertThat(key(asHeader)).isEqualTo("clé 😀");
    }

    @Test
    void leaves_a_submission_without_the_header_as_it_is() {
        Submission read = read(EVENT);
        assertThat(IdempotencyHeader.apply(null, read)).isSameAs(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\u00e9"})
    void refuses_what_is_no_key(String header) {
        assertThat(refusedFor(header, EVENT)).isEqualTo("Not accepted: Idempotency-Key.");
    }

    @Test
    void refuses_one_key_for_several_events_and_two_keys_for_one() {
        assertThat(refusedFor("k", "[" + EVENT + "]")).contains("Idempotency-Key");
        String other = "{\"type\":\"a\",\"data\":{},\"idempotency_key\":\"other\"}";
        assertThat(refusedFor("k", other)).contains("Idempotency-Key");
        assertThat(refusedFor("k".repeat(257), EVENT)).contains("Idempotency-Key");
    }

    private static Submission read(String body) {
        return PARSER.parse(body.getBytes(UTF_8), false, 0);
    }

    private static String key(String header) {
        return IdempotencyHeader.apply(header, read(EVENT))
                .events()
                .getFirst()
                .event()
                .idempotencyKey();
    }

    private static String refusedFor(String header, String body) {
        return catchThrowableOfType(
                        RefusedException.class, () -> IdempotencyHeader.apply(header, read(body)))
                .error()
                .message();
    }
}
