package dev.posthorn.core.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link LeaseTable} does. */
public interface LeaseTableContract {
    Duration TERM = Duration.ofSeconds(6);
    String A = "node-a";
    String B = "node-b";

    /** An empty table that goes by this clock. */
    LeaseTable table(LongSupplier clockMs);

    @Test
    default void a_node_takes_as_many_free_shards_as_it_asks_for() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);

        List<Lease> taken = table.acquire(A, 3, TERM);

        assertThat(taken)
                .hasSize(3)
                .allSatisfy(lease ->
                        assertThat(lease)
                                .isEqualTo(
                                        new Lease(
                                                lease.shard(),
                                                A,
                                                lease.epoch(),
                                                clock.nowMs + 6_000)));
        assertThat(taken).extracting(Lease::shard).doesNotHaveDuplicates();
    }

    @Test
    default void one_node_may_take_them_all() {
        LeaseTable table = table(new Clock());

        assertThat(table.acquire(A, 1_000, TERM))
                .extracting(Lease::shard)
                .containsExactlyInAnyOrderElementsOf(ShardId.ALL);
    }

    @Test
    default void a_shard_that_is_held_is_taken_by_nobody() {
        LeaseTable table = table(new Clock());
        table.acquire(A, 256, TERM);

        assertThat(table.acquire(B, 256, TERM)).isEmpty();
        assertThat(table.acquire(A, 256, TERM)).isEmpty();
    }

    @Test
    default void two_nodes_share_what_there_is() {
        LeaseTable table = table(new Clock());

        List<Lease> a = table.acquire(A, 100, TERM);
        List<Lease> b = table.acquire(B, 256, TERM);

        assertThat(b).hasSize(156);
        assertThat(shards(a)).doesNotContainAnyElementsOf(shards(b));
    }

    @Test
    default void a_renewal_prolongs_all_a_node_holds_under_the_same_epochs() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        List<Lease> taken = table.acquire(A, 3, TERM);
        table.acquire(B, 3, TERM);

        clock.nowMs += 4_000;
        List<Lease> renewed = table.renew(A, TERM);

        assertThat(renewed)
                .containsExactlyInAnyOrderElementsOf(
                        taken.stream()
                                .map(lease ->
                                        new Lease(
                                                lease.shard(),
                                                A,
                                                lease.epoch(),
                                                lease.expiresMs() + 4_000))
                                .toList());
    }

    @Test
    default void a_renewed_shard_stays_taken_beyond_its_first_term() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        table.acquire(A, 256, TERM);
        clock.nowMs += 4_000;
        table.renew(A, TERM);

        clock.nowMs += 5_999;

        assertThat(table.acquire(B, 256, TERM)).isEmpty();
    }

    @Test
    default void a_lease_that_ran_out_is_not_renewed() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        table.acquire(A, 256, TERM);

        clock.nowMs += 6_000;

        assertThat(table.renew(A, TERM)).isEmpty();
    }

    @Test
    default void a_shard_whose_lease_ran_out_is_taken_under_a_higher_epoch() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        Map<ShardId, Long> before = epochs(table.acquire(A, 256, TERM));

        clock.nowMs += 6_000;
        Map<ShardId, Long> after = epochs(table.acquire(B, 256, TERM));

        assertThat(after).hasSize(256);
        after.forEach((shard, epoch) -> assertThat(epoch).isGreaterThan(before.get(shard)));
        assertThat(table.renew(A, TERM)).isEmpty();
    }

    @Test
    default void a_node_that_lets_its_own_lease_run_out_gets_a_higher_epoch_too() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        Map<ShardId, Long> before = epochs(table.acquire(A, 256, TERM));

        clock.nowMs += 6_000;

        epochs(table.acquire(A, 256, TERM))
                .forEach((shard, epoch) -> assertThat(epoch).isGreaterThan(before.get(shard)));
    }

    @Test
    default void what_is_given_back_is_free_at_once_and_its_epochs_go_on_rising() {
        LeaseTable table = table(new Clock());
        Map<ShardId, Long> before = epochs(table.acquire(A, 256, TERM));

        table.release(A);
        Map<ShardId, Long> after = epochs(table.acquire(B, 256, TERM));

        assertThat(after).hasSize(256);
        after.forEach((shard, epoch) -> assertThat(epoch).isGreaterThan(before.get(shard)));
        assertThat(table.renew(A, TERM)).isEmpty();
    }

    @Test
    default void giving_back_what_was_lost_takes_it_from_nobody() {
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        table.acquire(A, 256, TERM);
        clock.nowMs += 6_000;
        table.acquire(B, 256, TERM);

        table.release(A);

        assertThat(table.renew(B, TERM)).hasSize(256);
    }

    @Test
    default void giving_back_nothing_changes_nothing() {
        LeaseTable table = table(new Clock());
        table.acquire(A, 256, TERM);

        table.release(B);

        assertThat(table.renew(A, TERM)).hasSize(256);
    }

    /** Nodes come, renew, pause too long and go, and no shard is ever held by two of them. */
    @Test
    default void no_shard_is_ever_held_by_two() {
        Random random = new Random(1);
        Clock clock = new Clock();
        LeaseTable table = table(clock);
        Map<ShardId, Lease> live = new HashMap<>();
        for (int step = 0; step < 300; step++) {
            clock.nowMs += random.nextInt(3_000);
            String node = List.of("a", "b", "c").get(random.nextInt(3));
            List<Lease> answer =
                    switch (random.nextInt(6)) {
                        case 0, 1 -> table.acquire(node, random.nextInt(1, 100), TERM);
                        case 2 -> released(table, node, live);
                        default -> table.renew(node, TERM);
                    };
            answer.forEach(lease -> takesOver(live.put(lease.shard(), lease), lease, clock));
        }
    }

    private static List<Lease> released(LeaseTable table, String node, Map<ShardId, Lease> live) {
        table.release(node);
        live.replaceAll((shard, lease) ->
                lease.node().equals(node) ? new Lease(shard, node, lease.epoch(), 0) : lease);
        return List.of();
    }

    private static void takesOver(Lease before, Lease now, Clock clock) {
        boolean renewed =
                before != null
                        && before.node().equals(now.node())
                        && before.epoch() == now.epoch()
                        && clock.nowMs < before.expiresMs();
        boolean taken =
                before == null
                        || (clock.nowMs >= before.expiresMs() && now.epoch() > before.epoch());
        assertThat(renewed || taken).as("%s after %s at %s", now, before, clock.nowMs).isTrue();
    }

    private static List<ShardId> shards(List<Lease> leases) {
        return leases.stream()
                .map(Lease::shard)
                .sorted(Comparator.comparingInt(ShardId::number))
                .toList();
    }

    private static Map<ShardId, Long> epochs(List<Lease> leases) {
        return leases.stream().collect(Collectors.toMap(Lease::shard, Lease::epoch));
    }

    /** Stands still unless a test moves it. */
    final class Clock implements LongSupplier {
        public long nowMs = 1_700_000_000_000L;

        @Override
        public long getAsLong() {
            return nowMs;
        }
    }
}
