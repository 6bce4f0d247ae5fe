package dev.posthorn.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of counts does. */
public interface StatisticsStoreContract {
    /** A whole hour, so that slots are easy to read. */
    long NOW = 1_774_000_800_000L;

    StatisticsSubject SUBJECT = new StatisticsSubject(77);
    SampleSettlements OF = new SampleSettlements(new EndpointId(77));

    /** An empty store. */
    StatisticsStore store();

    @Test
    default void gives_back_what_was_added_in_every_resolution() {
        StatisticsStore store = store();
        Tally tally = tally(3);
        store.add(List.of(new MinuteTally(SUBJECT, minute(17), tally)), NOW);
        for (Resolution resolution : Resolution.values()) {
            long slot = resolution.slotOfMinute(minute(17));
            assertThat(store.read(SUBJECT, resolution, slot - 5, slot + 5))
                    .containsExactly(new SlotTally(slot, tally));
        }
    }

    @Test
    default void adds_to_what_is_there() {
        StatisticsStore store = store();
        store.add(List.of(new MinuteTally(SUBJECT, minute(1), tally(2))), NOW);
        store.add(
                List.of(
                        new MinuteTally(SUBJECT, minute(1), tally(3)),
                        new MinuteTally(SUBJECT, minute(2), tally(4))),
                NOW);
        assertThat(store.read(SUBJECT, Resolution.MINUTE, minute(0), minute(9)))
                .containsExactly(
                        new SlotTally(minute(1), tally(5)), new SlotTally(minute(2), tally(4)));
        long hour = Resolution.HOUR.slotOf(NOW);
        assertThat(store.read(SUBJECT, Resolution.HOUR, hour, hour))
                .containsExactly(new SlotTally(hour, tally(9)));
    }

    @Test
    default void keeps_subjects_apart_and_reads_no_further_than_asked() {
        StatisticsStore store = store();
        store.add(
                List.of(
                        new MinuteTally(new StatisticsSubject(1), minute(3), tally(1)),
                        new MinuteTally(SUBJECT, minute(3), tally(2)),
                        new MinuteTally(SUBJECT, minute(4), tally(3)),
                        new MinuteTally(SUBJECT, minute(5), tally(4))),
                NOW);
        assertThat(store.read(SUBJECT, Resolution.MINUTE, minute(3), minute(4)))
                .containsExactly(
                        new SlotTally(minute(3), tally(2)), new SlotTally(minute(4), tally(3)));
        assertThat(store.read(StatisticsSubject.ALL, Resolution.MINUTE, minute(0), minute(9)))
                .isEmpty();
    }

    @Test
    default void forgets_what_is_too_old_while_more_comes_in() {
        StatisticsStore store = store();
        List<MinuteTally> old = new ArrayList<>();
        IntStream.range(0, 60).forEach(m -> old.add(new MinuteTally(SUBJECT, minute(m), tally(1))));
        store.add(old, NOW);
        long later = NOW + 4 * 3_600_000L;
        IntStream.range(0, 30)
                .forEach(m ->
                        store.add(
                                List.of(new MinuteTally(SUBJECT, minute(240 + m), tally(1))),
                                later));
        assertThat(store.read(SUBJECT, Resolution.MINUTE, minute(0), minute(59))).isEmpty();
        long hour = Resolution.HOUR.slotOf(NOW);
        assertThat(store.read(SUBJECT, Resolution.HOUR, hour, hour))
                .containsExactly(new SlotTally(hour, tally(60)));
    }

    private static long minute(int ofHour) {
        return Resolution.MINUTE.slotOf(NOW) + ofHour;
    }

    private static Tally tally(int delivered) {
        Tally tally = new Tally();
        IntStream.range(0, delivered).forEach(_ -> tally.add(OF.delivered(1)));
        return tally;
    }
}
