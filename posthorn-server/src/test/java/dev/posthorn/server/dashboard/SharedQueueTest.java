package dev.posthorn.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.lane.LaneView;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.dashboard.desk.SharedQueue;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedQueueTest {
    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_hundred_viewers_ask_once_a_second() {
        SharedQueue queue = new SharedQueue(engine(), () -> Instant.ofEpochMilli(nowMs.get()));
        for (int i = 0; i < 100; i++) {
            assertThat(queue.lanes()).isCompletedWithValue(List.of());
        }
        assertThat(asked).hasValue(1);

        nowMs.addAndGet(1_000);
        assertThat(queue.lanes()).isCompleted();
        assertThat(asked).hasValue(2);
    }

    private QueueSource engine() {
        return new QueueSource() {
            @Override
            public CompletableFuture<List<LaneView>> lanes() {
                asked.incrementAndGet();
                return CompletableFuture.completedFuture(List.of());
            }

            @Override
            public double acceptedPerSecond() {
                return 0;
            }

            @Override
            public double deliveredPerSecond() {
                return 0;
            }
        };
    }
}
