package dev.posthorn.server.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.http.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events one after the other: read as another reader reads them, or the whole is refused. */
class NdjsonFuzzTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int ROUNDS = 3_000;
    private static final JsonMapper ORACLE = JsonMapper.shared();
    private static final List<String> LINES =
            List.of(
                    "{\"type\":\"a.b\",\"data\":{\"n\":1}}",
                    "{\"type\":\"user\",\"action\":\"updated\",\"entity_id\":7,\"data\":{\"é\":[]}}",
                    "{\"data\":{\"x\":\"{\\\"a\\\":\\n\"},\"type\":\"c.d\",\"channels\":[\"e\"]}",
                    "  {\"type\":\"x\",\"data\":{}}\t",
                    "");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\n\n", "\r", " ", "", ",");
    private static final List<String> SPICE =
            List.of("{", "}", "[", "]", "\"", "\n", "\u0000", "\u00ff", "\\", ",", "null", "1e9");

    private final long seed = Long.getLong("posthorn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void reads_or_refuses_whatever_lines_arrive() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = body();
            try {
                check(body);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dposthorn.seed=" + seed + ": " + new String(body, UTF_8), e);
            }
        }
    }

    @Test
    void takes_or_refuses_whatever_key_stands_in_the_header() {
        byte[] body = LINES.getFirst().getBytes(UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] key = new byte[random.nextInt(300)];
            random.nextBytes(key);
            try {
                IdempotencyHeader.apply(
                        new String(key, ISO_8859_1),
                        new EventParser(IngestLimits.DEFAULTS).parse(body, false, NOW_MS));
            } catch (RefusedException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private static void check(byte[] body) {
        Optional<Submission> read = read(body);
        if (read.isEmpty()) {
            return;
        }
        List<JsonNode> values =
                ORACLE.readerFor(JsonNode.class).<JsonNode>readValues(body).readAll();
        List<ParsedEvent> events = read.get().events();
        assertThat(events).hasSize(values.size());
        for (int i = 0; i < values.size(); i++) {
            assertThat(ORACLE.readTree(events.get(i).event().data().bytes()))
                    .isEqualTo(values.get(i).get("data"));
        }
    }

    private static Optional<Submission> read(byte[] body) {
        try {
            return Optional.of(new EventParser(IngestLimits.DEFAULTS).parse(body, true, NOW_MS));
        } catch (RefusedException refused) {
            return Optional.empty();
        }
    }

    private byte[] body() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(any(LINES)).append(random.nextInt(3) > 0 ? "\n" : any(ENDS));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            text.insert(random.nextInt(text.length() + 1), any(SPICE));
        }
        byte[] bytes = text.toString().getBytes(random.nextInt(9) > 0 ? UTF_8 : ISO_8859_1);
        return random.nextInt(4) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                : bytes;
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
