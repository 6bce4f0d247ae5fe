package dev.posthorn.core.operational;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.OperationalType;
import dev.posthorn.core.health.Occurrence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets through at most one announcement per endpoint and type within {@link #WINDOW}; what happens
 * meanwhile is told together when the window ends. Keeps at most one per endpoint and type. For one
 * thread.
 */
public final class NoticeWindows {
    /** Often enough to act on, seldom enough to read. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<Place, Window> windows = new LinkedHashMap<>();

    /** Announcements no window holds back, oldest first. */
    private final Deque<Window> ready = new ArrayDeque<>();

    /** All windows last equally long: the first that opened ends first. */
    private final Deque<Window> open = new ArrayDeque<>();

    public void add(Occurrence occurrence) {
        Place place = new Place(occurrence.endpoint(), occurrence.type());
        Window window = windows.get(place);
        if (window == null) {
            window = new Window(place);
            windows.put(place, window);
            ready.add(window);
        }
        Announcement waiting = window.waiting;
        window.waiting = waiting == null ? Announcement.of(occurrence) : waiting.and(occurrence);
    }

    /** Those due now, at most {@code most}; each opens a window. */
    public List<Announcement> take(long nowMs, int most) {
        closeUntil(nowMs);
        List<Announcement> taken = new ArrayList<>();
        while (taken.size() < most && !ready.isEmpty()) {
            Window window = ready.poll();
            taken.add(window.take());
            window.endsMs = nowMs + WINDOW.toMillis();
            open.add(window);
        }
        return taken;
    }

    /** All that wait, whatever their windows: for the end of the program. */
    public List<Announcement> takeAll() {
        List<Announcement> taken = new ArrayList<>();
        for (Window window : windows.values()) {
            if (window.waiting != null) {
                taken.add(window.take());
            }
        }
        windows.clear();
        ready.clear();
        open.clear();
        return taken;
    }

    private void closeUntil(long nowMs) {
        for (Window window = open.peek();
                window != null && window.endsMs <= nowMs;
                window = open.peek()) {
            open.remove();
            if (window.waiting == null) {
                windows.remove(window.place);
            } else {
                ready.add(window);
            }
        }
    }

    private record Place(EndpointId endpoint, OperationalType type) {}

    private static final class Window {
        private final Place place;
        private @Nullable Announcement waiting;
        private long endsMs;

        Window(Place place) {
            this.place = place;
        }

        Announcement take() {
            Announcement taken = waiting;
            waiting = null;
            if (taken == null) {
                throw new IllegalStateException("nothing waits for " + place);
            }
            return taken;
        }
    }
}
