package dev.posthorn.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
}
