package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.sqlite.file.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoresTest implements InstantSource {
    @TempDir private Path folder;
    private final List<String> seen = new ArrayList<>();
    private long nowMs = 1_000;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new Database(folder.resolve("posthorn.db")).openWriter();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void all_have_a_turn_while_there_is_time() throws SQLException {
        Chores chores = chores(new Timed("a", 1), new Timed("b", 2), new Timed("c", 5));

        chores.step(this);
        assertThat(seen).containsExactly("a", "b", "c", "a written", "b written", "c written");
    }

    @Test
    void whoever_finds_the_time_used_up_is_first_next_time() throws SQLException {
        Chores chores = chores(new Timed("a", 1), new Timed("b", 3), new Timed("c", 5));

        chores.step(this);
        assertThat(seen).containsExactly("a", "b", "a written", "b written");
        seen.clear();
        chores.step(this);
        assertThat(seen).containsExactly("c", "c written");
        seen.clear();
        chores.step(this);
        assertThat(seen).containsExactly("a", "b", "a written", "b written");
    }

    @Test
    void one_that_takes_too_long_keeps_nobody_from_a_turn_for_good() throws SQLException {
        Chores chores = chores(new Timed("slow", 50), new Timed("b", 1));

        chores.step(this);
        chores.step(this);
        assertThat(seen)
                .containsExactly("slow", "slow written", "b", "slow", "b written", "slow written");
    }

    @Test
    void after_a_failure_only_those_that_had_a_turn_begin_again_and_a_second_later()
            throws SQLException {
        Chores chores = chores(new Timed("a", 1), new Timed("broken", 3), new Timed("c", 1));

        chores.step(this);
        assertThat(seen).containsExactly("a", "a again", "broken again");
        assertThat(chores.dueInMs(nowMs)).isEqualTo(1_000 - 1);
        seen.clear();
        nowMs += 1_000;
        chores.step(this);
        assertThat(seen).containsExactly("c", "a", "c again", "a again", "broken again");
    }

    private Chores chores(Chore... chores) throws SQLException {
        return new Chores(new Transaction(connection), List.of(chores));
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }

    /** Always due; a slice takes so many milliseconds. */
    private final class Timed implements Chore {
        private final String name;
        private final long tookMs;

        Timed(String name, long tookMs) {
            this.name = name;
            this.tookMs = tookMs;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long dueInMs(long nowMs) {
            return 0;
        }

        @Override
        public void slice(long nowMs) throws SQLException {
            if (name.equals("broken")) {
                throw new SQLException("as asked");
            }
            seen.add(name);
            ChoresTest.this.nowMs += tookMs;
        }

        @Override
        public void committed() {
            seen.add(name + " written");
        }

        @Override
        public void rolledBack() {
            seen.add(name + " again");
        }
    }
}
