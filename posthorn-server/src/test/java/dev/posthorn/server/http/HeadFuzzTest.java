package dev.posthorn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Queries, paths and headers of callers: read, or refused with our own words. */
class HeadFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PIECES =
            List.of(
                    "limit",
                    "=",
                    "&",
                    "%",
                    "%4",
                    "%41",
                    "%zz",
                    "%00",
                    "%ff",
                    "%c3%a9",
                    "+",
                    ";",
                    "date_created[gte]",
                    "Token",
                    "token ",
                    "Bearer ",
                    "Basic ",
                    " ",
                    "\t",
                    "\"",
                    "\u00ff",
                    "\uff11",
                    "\ud800",
                    "posthorn_x",
                    "/",
                    "..",
                    "//",
                    "?",
                    "#",
                    "");

    private final long seed = Long.getLong("posthorn.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void a_query_is_read_or_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text();
            try {
                assertThat(Query.parse(text).values()).isNotNull();
            } catch (RefusedException ours) {
                assertThat(ours).isNotNull();
            } catch (RuntimeException other) {
                throw new AssertionError("-Dposthorn.seed=" + seed + ": " + text, other);
            }
        }
    }

    @Test
    void a_percent_is_followed_by_two_ascii_digits_or_refused() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = text();
            PercentText.decode(text, random.nextBoolean())
                    .ifPresent(_ ->
                            assertThat(text)
                                    .as("-Dposthorn.seed=" + seed)
                                    .matches("(?s)([^%]|%[0-9a-fA-F]{2})*"));
        }
    }

    @Test
    void a_token_is_found_or_there_is_none() {
        for (int round = 0; round < ROUNDS; round++) {
            String token = AuthorizationHeader.token(text());
            if (token != null) {
                assertThat(token)
                        .as("-Dposthorn.seed=" + seed)
                        .isNotBlank()
                        .isEqualTo(token.strip());
            }
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
