package dev.posthorn.server.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.Journal;
import dev.posthorn.server.http.RefusedException;
import dev.posthorn.server.settings.DiskReserve;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeConditionTest {
    private long free = 100;
    private boolean writes = true;
    private final DiskWatch.Disk disk =
            new DiskWatch.Disk() {
                @Override
                public long freeBytes() {
                    return free;
                }

                @Override
                public long sizeBytes() {
                    return 1_000;
                }
            };
    private final DiskWatch watch = new DiskWatch(disk, new DiskReserve(5, 80));
    private final NodeCondition node = new NodeCondition(watch, () -> writes, () -> 7, 0);
    private final Journal journal = new GuardedJournal(new TakesAll(), node);

    @Test
    void takes_no_events_while_the_disk_is_nearly_full_and_comes_back_by_itself() {
        node.started();
        watch.look();
        assertThat(journal.accept(new Nothing())).isTrue();

        free = 79;
        watch.look();
        assertThatThrownBy(() -> journal.accept(new Nothing()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error().headers()).containsKey("Retry-After"));
        assertThat(node.obstacle()).isEmpty();
        assertThat(node.degradation()).isPresent();

        free = 80;
        watch.look();
        assertThat(journal.accept(new Nothing())).isTrue();
    }

    @Test
    void is_not_ready_before_it_started_and_while_it_drains() {
        assertThat(node.obstacle()).contains("The node is starting.");
        node.started();
        assertThat(node.obstacle()).isEmpty();
        node.draining();
        assertThat(node.obstacle()).contains("The node is stopping.");
        assertThatThrownBy(() -> journal.accept(new Nothing()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_store_lost_later_degrades_it() {
        node.started();
        writes = false;
        assertThat(node.obstacle()).isEqualTo(Optional.empty());
        assertThat(node.degradation()).contains("The database cannot be written.");
        assertThat(node.view("n", "v", 256).state()).isEqualTo("degraded");
    }

    private record TakesAll() implements Journal {
        @Override
        public boolean accept(Acceptance acceptance) {
            return true;
        }

        @Override
        public void settle(Settlement settlement) {}
    }

    private record Nothing() implements Acceptance {
        @Override
        public List<AcceptedEvent> events() {
            return List.of();
        }

        @Override
        public int bytes() {
            return 0;
        }

        @Override
        public void completed(AcceptOutcome outcome) {}
    }
}
