package dev.posthorn.server.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedLookupTest {
    private final List<String> queries = new ArrayList<>();
    private final List<Consumer<NameAnswer>> open = new ArrayList<>();
    private final List<NameAnswer> answers = new ArrayList<>();
    private long now = -1_000_000_000L;

    private final CachedLookup lookup =
            new CachedLookup(
                    (name, answer) -> {
                        queries.add(name);
                        open.add(answer);
                    },
                    () -> now);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "30, 30", "60, 60", "61, 60", "86400, 60"})
    void an_answer_is_kept_for_its_time_within_bounds(int timeToLive, int kept) {
        NameAnswer answer = found(Duration.ofSeconds(timeToLive));
        ask();
        open.removeFirst().accept(answer);

        pass(Duration.ofSeconds(kept).minusNanos(1));
        ask();
        assertThat(queries).hasSize(1);
        assertThat(answers).containsExactly(answer, answer);

        pass(Duration.ofNanos(1));
        ask();
        assertThat(queries).hasSize(2);
    }

    @Test
    void a_failure_is_kept_for_5_seconds() {
        for (NameAnswer failure : List.of(new NotFound(), new NoAnswer())) {
            queries.clear();
            ask();
            open.removeFirst().accept(failure);
            pass(Duration.ofSeconds(5).minusNanos(1));
            ask();
            assertThat(queries).hasSize(1);
            pass(Duration.ofNanos(1));
            ask();
            assertThat(queries).hasSize(2);
            open.removeFirst().accept(failure);
            pass(Duration.ofSeconds(5));
        }
    }

    @Test
    void one_query_answers_all_who_asked_meanwhile() {
        ask();
        ask();
        ask();
        assertThat(queries).containsExactly("a.example.com");
        assertThat(answers).isEmpty();

        open.removeFirst().accept(new NotFound());
        assertThat(answers).containsExactly(new NotFound(), new NotFound(), new NotFound());
    }

    @Test
    void names_are_kept_apart() {
        lookup.lookup("a.example.com", answers::add);
        lookup.lookup("b.example.com", answers::add);

        assertThat(queries).containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void who_is_answered_may_ask_again() {
        lookup.lookup("a.example.com", _ -> lookup.lookup("a.example.com", answers::add));
        open.removeFirst().accept(new NotFound());

        assertThat(answers).containsExactly(new NotFound());
        assertThat(queries).hasSize(1);
    }

    @Test
    void forgets_the_names_asked_for_longest_ago() {
        for (int i = 0; i <= CachedLookup.MAX_NAMES; i++) {
            lookup.lookup("n" + i, answers::add);
            open.removeFirst().accept(found(Duration.ofSeconds(60)));
        }
        queries.clear();

        lookup.lookup("n1", answers::add);
        lookup.lookup("n0", answers::add);
        assertThat(queries).containsExactly("n0");
    }

    private void ask() {
        lookup.lookup("a.example.com", answers::add);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static NameAnswer found(Duration timeToLive) {
        return new Found(List.of(InetAddress.getLoopbackAddress()), timeToLive);
    }
}
