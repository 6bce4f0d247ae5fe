package dev.posthorn.core.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetestScheduleTest {
    private static final long SINCE = 1_700_000_000_000L;

    @Test
    void tests_soon_then_hourly_then_no_more() {
        List<Long> minutes = new ArrayList<>();
        OptionalLong next = RetestSchedule.next(SINCE, SINCE);
        while (next.isPresent()) {
            minutes.add((next.getAsLong() - SINCE) / 60_000);
            next = RetestSchedule.next(SINCE, next.getAsLong());
        }

        assertThat(minutes).startsWith(1L, 5L, 30L, 90L, 150L).endsWith(24 * 60L + 30).hasSize(27);
    }

    @Test
    void skips_what_was_missed_while_nobody_was_there() {
        assertThat(RetestSchedule.next(SINCE, SINCE + 100 * 60_000)).hasValue(SINCE + 150 * 60_000);
    }
}
