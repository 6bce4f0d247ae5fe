package dev.posthorn.core.operational;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.health.Occurrence;
import org.junit.jupiter.api.Test;

class NoticeWindowsTest {
    private static final long NOW = 1_774_000_800_000L;
    private static final long WINDOW = NoticeWindows.WINDOW.toMillis();
    private static final int MANY = 100;

    private final NoticeWindows windows = new NoticeWindows();

    @Test
    void tells_the_first_at_once_and_the_others_together_when_its_window_ends() {
        windows.add(failed(1, NOW));
        assertThat(windows.take(NOW, MANY))
                .containsExactly(new Announcement(failed(1, NOW), 1, NOW));
        windows.add(failed(1, NOW + 1));
        windows.add(failed(1, NOW + 2));
        assertThat(windows.take(NOW + WINDOW - 1, MANY)).isEmpty();
        assertThat(windows.take(NOW + WINDOW, MANY))
                .containsExactly(new Announcement(failed(1, NOW + 2), 2, NOW + 1));
        windows.add(failed(1, NOW + WINDOW + 1));
        assertThat(windows.take(NOW + 2 * WINDOW - 1, MANY)).isEmpty();
        assertThat(windows.take(NOW + 2 * WINDOW, MANY)).hasSize(1);
    }

    @Test
    void forgets_a_window_in_which_nothing_came() {
        windows.add(failed(1, NOW));
        windows.take(NOW, MANY);
        assertThat(windows.take(NOW + WINDOW, MANY)).isEmpty();
        windows.add(failed(1, NOW + WINDOW + 1));
        assertThat(windows.take(NOW + WINDOW + 1, MANY)).hasSize(1);
    }

    @Test
    void keeps_endpoints_and_types_apart() {
        windows.add(failed(1, NOW));
        windows.add(failed(2, NOW));
        windows.add(new Occurrence(new EndpointId(1), OperationalType.FAILING, NOW, null, null));
        assertThat(windows.take(NOW, MANY)).hasSize(3);
    }

    @Test
    void makes_thousands_take_their_turn() {
        for (int endpoint = 0; endpoint < 10_000; endpoint++) {
            windows.add(failed(endpoint, NOW));
        }
        for (int turn = 0; turn < 100; turn++) {
            assertThat(windows.take(NOW + turn, MANY)).hasSize(100);
        }
        assertThat(windows.take(NOW + 100, MANY)).isEmpty();
    }

    @Test
    void gives_out_everything_at_the_end() {
        windows.add(failed(1, NOW));
        windows.take(NOW, MANY);
        windows.add(failed(1, NOW + 1));
        windows.add(failed(2, NOW + 1));
        assertThat(windows.takeAll())
                .containsExactly(
                        new Announcement(failed(1, NOW + 1), 1, NOW + 1),
                        new Announcement(failed(2, NOW + 1), 1, NOW + 1));
        assertThat(windows.takeAll()).isEmpty();
    }

    private static Occurrence failed(long endpoint, long atMs) {
        return new Occurrence(
                new EndpointId(endpoint), OperationalType.DELIVERY_FAILED, atMs, null, null);
    }
}
