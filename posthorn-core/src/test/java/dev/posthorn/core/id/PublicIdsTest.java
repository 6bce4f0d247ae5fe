package dev.posthorn.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicIdsTest {
    private static final byte[] KEY = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);
    private static final long NOW = 1_700_000_000_000L;
    private final PublicIds ids = new PublicIds(KEY);

    @Test
    void an_id_leads_back_to_its_number() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long seq = random.nextLong() >>> 1;
            assertThat(ids.seq(ids.text(seq))).isEqualTo(OptionalLong.of(seq));
        }
    }

    @Test
    void the_first_and_the_last_number_have_ids() {
        assertThat(ids.seq(ids.text(0))).isEqualTo(OptionalLong.of(0));
        assertThat(ids.seq(ids.text(Long.MAX_VALUE))).isEqualTo(OptionalLong.of(Long.MAX_VALUE));
    }

    /** RFC 9562: version 7, variant 10, the time in front. */
    @Test
    void an_id_is_a_uuid_of_version_7_that_shows_its_time() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            long ms = NOW + random.nextInt();
            UUID id = ids.uuid(Sequence.firstOf(ms) + random.nextInt(32_768));

            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(ms);
        }
    }

    @Test
    void ids_sort_as_their_numbers_do() {
        Random random = new Random(3);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            numbers.add(Sequence.firstOf(NOW + random.nextInt(3)) + random.nextInt(32_768));
        }

        List<String> byNumber = numbers.stream().sorted().map(ids::text).toList();

        assertThat(byNumber).isSorted();
    }

    @Test
    void the_same_key_makes_the_same_ids() {
        assertThat(new PublicIds(KEY).text(12_345)).isEqualTo(ids.text(12_345));
    }

    @Test
    void an_id_with_any_bit_changed_is_not_ours() {
        long seq = Sequence.firstOf(NOW) + 77;
        UUID id = ids.uuid(seq);
        for (int bit = 0; bit < 64; bit++) {
            UUID high =
                    new UUID(id.getMostSignificantBits() ^ 1L << bit, id.getLeastSignificantBits());
            UUID low =
                    new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1L << bit);
            assertThat(ids.seq(high.toString())).as("bit %s", 64 + bit).isEmpty();
            assertThat(ids.seq(low.toString())).as("bit %s", bit).isEmpty();
        }
    }

    @Test
    void an_id_of_another_installation_is_not_ours() {
        PublicIds other = new PublicIds("another 16 bytes".getBytes(StandardCharsets.US_ASCII));

        assertThat(ids.seq(other.text(Sequence.firstOf(NOW)))).isEmpty();
    }

    @Test
    void an_id_in_capitals_is_the_same_id() {
        long seq = Sequence.firstOf(NOW) + 77;

        assertThat(ids.seq(ids.text(seq).toUpperCase(Locale.ROOT))).isEqualTo(OptionalLong.of(seq));
    }

    @Test
    void text_that_is_no_id_is_not_ours() {
        assertThat(ids.seq("")).isEmpty();
        assertThat(ids.seq("evt_1")).isEmpty();
        assertThat(ids.seq(" " + ids.text(1))).isEmpty();
        assertThat(ids.seq(ids.text(1) + "0")).isEmpty();
        assertThat(ids.seq(ids.text(1).replace("-", ""))).isEmpty();
    }
}
