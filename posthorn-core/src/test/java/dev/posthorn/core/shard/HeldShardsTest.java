package dev.posthorn.core.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.shard.HeldShards.Change;
import dev.posthorn.core.shard.LeaseTableContract.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldShardsTest {
    private static final Duration TERM = Duration.ofSeconds(6);
    private static final ShardId SHARD = new ShardId(0);

    private final Clock clock = new Clock();
    private final LeaseTable table = new InMemoryLeaseTable(clock);
    private final HeldShards a = new HeldShards("a", table, TERM);
    private final HeldShards b = new HeldShards("b", table, TERM);

    @Test
    void takes_its_share_and_says_which() {
        Change change = a.step(2, clock.nowMs);

        assertThat(change).isEqualTo(new Change(Set.of(SHARD, new ShardId(1)), Set.of()));
        assertThat(a.epoch(SHARD, clock.nowMs)).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void may_not_write_for_what_it_does_not_hold() {
        a.step(1, clock.nowMs);

        assertThat(a.epoch(new ShardId(1), clock.nowMs)).isEmpty();
    }

    @Test
    void a_renewal_changes_nothing_and_keeps_the_epoch() {
        a.step(2, clock.nowMs);
        clock.nowMs += 2_000;

        assertThat(a.step(2, clock.nowMs)).isEqualTo(new Change(Set.of(), Set.of()));

        assertThat(a.epoch(SHARD, clock.nowMs + 5_999)).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void lets_go_before_anyone_else_may_take_over() {
        long askedMs = clock.nowMs;
        clock.nowMs += 500;
        a.step(256, askedMs);

        assertThat(a.epoch(SHARD, askedMs + 5_999)).isPresent();
        assertThat(a.epoch(SHARD, askedMs + 6_000)).isEmpty();
        clock.nowMs = askedMs + 6_499;
        assertThat(b.step(256, clock.nowMs)).isEqualTo(new Change(Set.of(), Set.of()));
    }

    @Test
    void says_what_it_lost_to_another_node() {
        a.step(1, clock.nowMs);
        clock.nowMs += 6_000;
        b.step(1, clock.nowMs);

        Change change = a.step(0, clock.nowMs);

        assertThat(change).isEqualTo(new Change(Set.of(), Set.of(SHARD)));
        assertThat(a.epoch(SHARD, clock.nowMs)).isEmpty();
        assertThat(b.epoch(SHARD, clock.nowMs)).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void what_it_lost_and_took_again_is_another_claim() {
        a.step(1, clock.nowMs);
        clock.nowMs += 6_000;

        Change change = a.step(1, clock.nowMs);

        assertThat(change).isEqualTo(new Change(Set.of(SHARD), Set.of(SHARD)));
        assertThat(a.epoch(SHARD, clock.nowMs)).isEqualTo(OptionalLong.of(2));
    }

    @Test
    void a_table_out_of_reach_changes_nothing_until_the_time_is_up() {
        Unreachable unreachable = new Unreachable(table);
        HeldShards node = new HeldShards("a", unreachable, TERM);
        node.step(1, clock.nowMs);
        unreachable.now = true;

        assertThatThrownBy(() -> node.step(2, clock.nowMs + 2_000)).hasMessage("out of reach");

        assertThat(node.epoch(SHARD, clock.nowMs + 5_999)).isPresent();
        assertThat(node.epoch(SHARD, clock.nowMs + 6_000)).isEmpty();
    }

    @Test
    void what_it_lost_while_the_table_was_out_of_reach_is_said_afterwards() {
        Unreachable unreachable = new Unreachable(table);
        HeldShards node = new HeldShards("a", unreachable, TERM);
        node.step(1, clock.nowMs);
        unreachable.now = true;
        clock.nowMs += 10_000;
        assertThatThrownBy(() -> node.step(1, clock.nowMs)).hasMessage("out of reach");
        b.step(256, clock.nowMs);
        unreachable.now = false;

        assertThat(node.step(1, clock.nowMs)).isEqualTo(new Change(Set.of(), Set.of(SHARD)));
    }

    @Test
    void gives_everything_back_at_once() {
        a.step(256, clock.nowMs);

        a.release();

        assertThat(a.epoch(SHARD, clock.nowMs)).isEmpty();
        assertThat(b.step(256, clock.nowMs).gained()).hasSize(256);
    }

    /** A table that can be read, but not always taken from. */
    private static final class Unreachable implements LeaseTable {
        private final LeaseTable table;
        boolean now;

        Unreachable(LeaseTable table) {
            this.table = table;
        }

        @Override
        public List<Lease> renew(String node, Duration term) {
            return table.renew(node, term);
        }

        @Override
        public List<Lease> acquire(String node, int most, Duration term) {
            if (now) {
                throw new IllegalStateException("out of reach");
            }
            return table.acquire(node, most, term);
        }

        @Override
        public void release(String node) {
            table.release(node);
        }
    }
}
