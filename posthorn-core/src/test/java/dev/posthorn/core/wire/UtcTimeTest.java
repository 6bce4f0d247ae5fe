package dev.posthorn.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class UtcTimeTest {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void agrees_with_the_calendar_of_the_jdk() {
        RandomGenerator random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long ms = random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L);
            assertThat(UtcTime.text(ms)).isEqualTo(FORM.format(Instant.ofEpochMilli(ms)));
        }
    }
}
