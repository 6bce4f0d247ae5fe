package dev.posthorn.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final Response WHOLE =
            new Response(200, new String[] {"a", "b"}, new byte[] {1}, false);
    private static final Response BARE = new Response(200, new String[0], new byte[0], true);

    @ParameterizedTest
    @CsvSource({"P30D, P4D, P7D", "P5D, P4D, P1D", "PT1M, P4D, PT0S"})
    void lets_the_longest_schedule_end_within_what_is_kept(
            Duration events, Duration schedule, Duration ahead) {
        Retention retention = new Retention(events, events, null, AttemptBodies.ALL);

        assertThat(retention.mostAhead(schedule)).isEqualTo(ahead);
    }

    @Test
    void keeps_answers_of_the_attempts_chosen() {
        AttemptRecord delivered = attempt(new AttemptOutcome.Delivered(200));
        AttemptRecord rejected = attempt(new AttemptOutcome.Rejected(500, null));

        assertThat(answer(AttemptBodies.ALL, delivered)).isEqualTo(WHOLE);
        assertThat(answer(AttemptBodies.FAILURES, delivered)).isEqualTo(BARE);
        assertThat(answer(AttemptBodies.FAILURES, rejected)).isEqualTo(WHOLE);
        assertThat(answer(AttemptBodies.NONE, rejected)).isEqualTo(BARE);
    }

    private static Response answer(AttemptBodies kept, AttemptRecord attempt) {
        return kept.kept(attempt).exchange().response();
    }

    private static AttemptRecord attempt(AttemptOutcome outcome) {
        return new AttemptRecord(
                1,
                Trigger.SCHEDULED,
                0,
                1,
                new byte[32],
                new Exchange(outcome, WHOLE, new Timings(1, 1, 1, 1, 1), null, null));
    }
}
