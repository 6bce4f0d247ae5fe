package dev.posthorn.server.sqlite.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.server.store.commit.WriterLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final WriterLimits LIMITS = new WriterLimits(10, 1_000, 10, 100, 1_000);

    private long nowMs = 5_000;
    private final Inbox inbox = new Inbox(LIMITS, () -> Instant.ofEpochMilli(nowMs));
    private final List<AcceptOutcome> outcomes = new ArrayList<>();

    @Test
    void refuses_what_would_exceed_the_bytes_that_may_wait() {
        assertThat(inbox.offer(bytes(60))).isTrue();
        assertThat(inbox.offer(bytes(41))).isFalse();
        assertThat(inbox.offer(bytes(40))).isTrue();

        inbox.nextAcceptance();
        assertThat(inbox.offer(bytes(60))).isTrue();
    }

    @Test
    void takes_one_of_any_size_when_nothing_waits() {
        assertThat(inbox.offer(bytes(5_000))).isTrue();
    }

    @Test
    void refuses_when_the_oldest_has_waited_too_long() {
        inbox.offer(bytes(1));
        nowMs += 1_000;
        assertThat(inbox.offer(bytes(1))).isTrue();
        nowMs += 1;
        assertThat(inbox.offer(bytes(1))).isFalse();

        inbox.nextAcceptance();
        assertThat(inbox.offer(bytes(1))).isTrue();
    }

    @Test
    void answers_all_who_wait_when_it_ends() {
        inbox.offer(bytes(1));
        inbox.close();
        assertThat(inbox.offer(bytes(1))).isFalse();
        inbox.finish();

        assertThat(outcomes).containsExactly(new AcceptOutcome.Failed("the store is closed"));
    }

    private Acceptance bytes(int bytes) {
        return new Acceptance() {
            @Override
            public List<AcceptedEvent> events() {
                return List.of();
            }

            @Override
            public int bytes() {
                return bytes;
            }

            @Override
            public void completed(AcceptOutcome outcome) {
                outcomes.add(outcome);
            }
        };
    }
}
