package dev.posthorn.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.verifier.ReplayGuard.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {
    private final List<String> handled = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final ReplayGuard guard = new ReplayGuard(3, Duration.ofDays(4), () -> now);

    private Turn send(String id) {
        return guard.once(id, () -> handled.add(id));
    }

    @Test
    void handles_an_event_once() {
        assertThat(send("a")).isEqualTo(Turn.HANDLED);
        assertThat(send("b")).isEqualTo(Turn.HANDLED);
        assertThat(send("a")).isEqualTo(Turn.SEEN_BEFORE);
        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void gives_an_event_whose_handling_failed_another_turn() {
        assertThatThrownBy(() ->
                        guard.once(
                                "a",
                                () -> {
                                    throw new IOException("database gone");
                                }))
                .isInstanceOf(IOException.class)
                .hasMessage("database gone");
        assertThat(send("a")).isEqualTo(Turn.HANDLED);
    }

    @Test
    void does_not_call_handled_what_is_still_under_way() {
        Turn inside[] = new Turn[1];
        assertThat(guard.once("a", () -> inside[0] = send("a"))).isEqualTo(Turn.HANDLED);
        assertThat(inside[0]).isEqualTo(Turn.UNDER_WAY);
        assertThat(handled).isEmpty();
    }

    @Test
    void forgets_the_oldest_first_when_it_is_full() {
        List.of("a", "b", "c", "d").forEach(this::send);
        assertThat(send("b")).isEqualTo(Turn.SEEN_BEFORE);
        assertThat(send("a")).isEqualTo(Turn.HANDLED);
    }

    @Test
    void forgets_after_the_time_it_was_given() {
        send("a");
        now = now.plus(Duration.ofDays(4));
        assertThat(send("a")).isEqualTo(Turn.SEEN_BEFORE);
        now = now.plusSeconds(1);
        assertThat(send("a")).isEqualTo(Turn.HANDLED);
    }

    @Test
    void needs_room_for_one_at_least() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplayGuard(0, Duration.ofDays(1)));
    }

    @Test
    void handles_once_however_many_threads_bring_it() throws Exception {
        var times = new AtomicInteger();
        var start = new CountDownLatch(1);
        var turns = new ArrayList<Future<Turn>>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 8; i++) {
                turns.add(
                        threads.submit(() -> {
                            start.await();
                            return guard.once("a", times::incrementAndGet);
                        }));
            }
            start.countDown();
            for (Future<Turn> turn : turns) {
                assertThat(turn.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(times).hasValue(1);
    }
}
