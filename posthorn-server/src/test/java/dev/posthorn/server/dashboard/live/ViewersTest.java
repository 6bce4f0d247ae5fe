package dev.posthorn.server.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.InMemoryStatisticsStore;
import dev.posthorn.core.statistics.MinuteTally;
import dev.posthorn.core.statistics.Resolution;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.core.statistics.StatisticsSubject;
import dev.posthorn.core.statistics.Tally;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.dashboard.DashboardFixture;
import dev.posthorn.server.http.ResponseStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewersTest implements QueueSource {
    private static final String CHANGED = "event: changed\ndata:\n\n";

    private final DashboardFixture dashboard = new DashboardFixture();
    private final InMemoryStatisticsStore counted = new InMemoryStatisticsStore();
    private final List<LaneView> lanes = new ArrayList<>();
    private final Queue<Runnable> soon = new ArrayDeque<>();
    private long nowMs = DashboardFixture.NOW_MS;
    private int looks;
    private final Viewers viewers =
            new Viewers(
                    this,
                    dashboard.directory,
                    new StatisticsReader(counted),
                    () -> Instant.ofEpochMilli(nowMs),
                    soon::add);
    private final Endpoint ours = dashboard.endpoint("acme", "Ours", "https://acme.example/in");
    private final Endpoint theirs = dashboard.endpoint("other", "Theirs", "https://o.example/in");

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void tells_those_whose_queue_changed_and_nobody_else() {
        Written all = open(new Watch(null, null));
        Written us = open(new Watch(ours.organisation(), null));
        Written them = open(new Watch(theirs.organisation(), null));
        Written one = open(new Watch(ours.organisation(), ours.id()));
        second();
        lanes.add(new LaneView(ours.id(), 3, 0, 8, null, "502"));
        second();
        assertThat(List.of(all.text(), us.text(), them.text(), one.text()))
                .containsExactly(CHANGED, CHANGED, "", CHANGED);
    }

    @Test
    void tells_when_something_was_sent() {
        Written one = open(new Watch(ours.organisation(), ours.id()));
        second();
        Tally tally = new Tally();
        tally.add(Count.STATUS_2XX, 1);
        long minute = Resolution.MINUTE.slotOf(nowMs);
        counted.add(
                List.of(new MinuteTally(StatisticsSubject.of(ours.id()), minute, tally)), nowMs);
        second();
        second();
        assertThat(one.text()).isEqualTo(CHANGED);
    }

    @Test
    void tells_each_less_often_the_more_there_are() {
        Written one = open(new Watch(null, null));
        for (int i = 1; i < 4; i++) {
            open(new Watch(null, null));
        }
        second();
        for (int pending = 1; pending <= 9; pending++) {
            lanes.add(new LaneView(ours.id(), pending, 0, 8, null, null));
            second();
        }
        assertThat(one.text()).isEqualTo(CHANGED.repeat(3));
    }

    @Test
    void looks_once_a_second_for_all_and_not_at_all_for_nobody() {
        Written first = open(new Watch(null, null));
        Written second = open(new Watch(ours.organisation(), null));
        second();
        second();
        assertThat(looks).isEqualTo(2);
        first.viewer.run();
        second.viewer.run();
        second();
        assertThat(looks).isEqualTo(2);
        assertThat(soon).isEmpty();
    }

    @Test
    void ends_pages_that_do_not_read_or_are_old() {
        Written stuck = open(new Watch(null, null));
        Written old = open(new Watch(null, null));
        stuck.unsent = 1 << 20;
        second();
        assertThat(List.of(stuck.end, old.end)).containsExactly("cut", "");
        nowMs += 300_000;
        second();
        assertThat(old.end).isEqualTo("ended");
        assertThat(soon).isEmpty();
    }

    @Test
    void keeps_quiet_connections_open() {
        Written quiet = open(new Watch(null, null));
        second();
        nowMs += 20_000;
        second();
        assertThat(quiet.text()).isEqualTo(":\n\n");
    }

    @Test
    void takes_so_many_and_no_more() {
        for (int i = 0; i < Viewers.MOST; i++) {
            assertThat(viewers.isFull()).isFalse();
            open(new Watch(null, null));
        }
        assertThat(viewers.isFull()).isTrue();
    }

    private void second() {
        nowMs += 1_000;
        Runnable next = soon.poll();
        if (next != null) {
            next.run();
        }
    }

    private Written open(Watch watch) {
        Written written = new Written();
        Viewer viewer = viewers.add(watch, written);
        written.viewer = () -> viewers.remove(viewer);
        return written;
    }

    @Override
    public CompletableFuture<List<LaneView>> lanes() {
        looks++;
        return CompletableFuture.completedFuture(List.copyOf(lanes));
    }

    @Override
    public double acceptedPerSecond() {
        return 0;
    }

    @Override
    public double deliveredPerSecond() {
        return 0;
    }

    private static final class Written implements ResponseStream {
        private final StringBuilder text = new StringBuilder();
        private Runnable viewer = () -> {};
        private long unsent;
        private String end = "";

        String text() {
            return text.toString();
        }

        @Override
        public void write(byte[] piece) {
            text.append(new String(piece, StandardCharsets.UTF_8));
        }

        @Override
        public long unsentBytes() {
            return unsent;
        }

        @Override
        public void end() {
            end = "ended";
        }

        @Override
        public void cut() {
            end = "cut";
        }
    }
}
