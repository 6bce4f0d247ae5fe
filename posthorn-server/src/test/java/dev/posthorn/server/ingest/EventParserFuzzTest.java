package dev.posthorn.server.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.Payload;
import dev.posthorn.server.http.RefusedException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever arrives is either read as another reader reads it, or refused; nothing else happens. */
class EventParserFuzzTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int ROUNDS = 5_000;
    private static final JsonMapper ORACLE =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String WHOLE =
            """
            {"type":"user","action":"updated","entity_id":12345678901234567890,
             "data":{"id":"ü","n":[1,-2.5e10,true,false,null,{"x":"\\u00e9\\/\\ud83d\\ude00🐎"}],"":{}},
             "channels":["a"],"deliver_at":"2026-11-22T04:29:00Z","idempotency_key":"k"}
            """;
    private static final String SPICE = "{}[]\":,\\u0e+-. \n\t9nul\u0000\u00ff";

    @Test
    void reads_or_refuses_whatever_arrives() {
        long seed = Long.getLong("posthorn.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = mutated(random);
            try {
                check(body);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "-Dposthorn.seed="
                                + seed
                                + " round "
                                + round
                                + ": "
                                + new String(body, UTF_8),
                        e);
            }
        }
    }

    private static void check(byte[] body) {
        Optional<Submission> read = read(body);
        if (read.isPresent()) {
            Payload data = read.get().events().getFirst().event().data();
            JsonNode expected = ORACLE.readTree(body).get("data");
            assertThat(ORACLE.readTree(data.bytes())).isEqualTo(expected);
        } else {
            assertThat(body).isNotEqualTo(WHOLE.getBytes(UTF_8));
        }
    }

    /** Refusals are fine; any other exception is not. */
    private static Optional<Submission> read(byte[] body) {
        try {
            return Optional.of(new EventParser(IngestLimits.DEFAULTS).parse(body, false, NOW_MS));
        } catch (RefusedException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new AssertionError("escaped", e);
        }
    }

    private static byte[] mutated(Random random) {
        byte[] body = WHOLE.getBytes(UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            body = mutated(body, random);
        }
        return body;
    }

    private static byte[] mutated(byte[] body, Random random) {
        int at = random.nextInt(body.length);
        byte spice = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        return switch (random.nextInt(5)) {
            case 0 -> replaced(body, at, spice);
            case 1 -> replaced(body, at, (byte) random.nextInt(256));
            case 2 -> spliced(body, at, at, new byte[] {spice});
            case 3 ->
                    spliced(
                            body,
                            at,
                            Math.min(body.length, at + 1 + random.nextInt(8)),
                            new byte[0]);
            default ->
                    spliced(
                            body,
                            at,
                            at,
                            java.util.Arrays.copyOfRange(body, random.nextInt(at + 1), at));
        };
    }

    private static byte[] replaced(byte[] body, int at, byte by) {
        byte[] result = body.clone();
        result[at] = by;
        return result;
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] by) {
        byte[] result =
                new byte
                        [body.length
                                - (to - from)
                                + by.length
                                + (body.length == to - from && by.length == 0 ? 1 : 0)];
        System.arraycopy(body, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(body, to, result, from + by.length, body.length - to);
        return result;
    }
}
