package dev.posthorn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LoopCompletionsTest {
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final LoopCompletions loop = new LoopCompletions(tasks::add);

    @Test
    void wakes_the_loop_once_for_a_burst() {
        loop.post(() -> done.add("a"));
        loop.post(() -> done.add("b"));
        assertThat(tasks).hasSize(1);
        tasks.getFirst().run();
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void wakes_the_loop_again_for_what_comes_later() {
        loop.post(() -> loop.post(() -> done.add("later")));
        tasks.getFirst().run();
        assertThat(tasks).hasSize(2);
        assertThat(done).containsExactly("later");
    }

    @Test
    void goes_on_after_work_that_breaks() {
        loop.post(() -> {
            throw new IllegalStateException("broken");
        });
        loop.post(() -> done.add("next"));
        tasks.getFirst().run();
        assertThat(done).containsExactly("next");
    }

    @Test
    void drops_what_comes_after_the_loop_has_ended() {
        LoopCompletions ended =
                new LoopCompletions(_ -> {
                    throw new RejectedExecutionException();
                });
        ended.post(() -> done.add("late"));
        ended.post(() -> done.add("later"));
        assertThat(done).isEmpty();
    }
}
