package dev.posthorn.cli.listen;

import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.Listeners;
import dev.posthorn.client.PosthornException;
import dev.posthorn.client.resource.ListenerAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reports answers to the server: those that became ready during one call go together with the next.
 * There are no more than the server has requests under way.
 */
final class Answers {
    /** What one call takes. */
    private static final int MOST_AT_ONCE = 64;

    /** After which whoever calls looks whether it is time to end. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final BlockingQueue<ListenerAnswer> ready = new LinkedBlockingQueue<>();
    private final Listeners listeners;
    private final Terminal terminal;

    Answers(Listeners listeners, Terminal terminal) {
        this.listeners = listeners;
        this.terminal = terminal;
    }

    void add(ListenerAnswer answer) {
        ready.add(answer);
    }

    /** Waits a moment for an answer and reports it with all others that are ready. */
    void step(String listener) throws InterruptedException {
        ListenerAnswer first = ready.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<ListenerAnswer> together = new ArrayList<>();
            together.add(first);
            ready.drainTo(together, MOST_AT_ONCE - 1);
            report(listener, together);
        }
    }

    /** Reports all that is ready. */
    void flush(String listener) {
        List<ListenerAnswer> together = new ArrayList<>();
        while (ready.drainTo(together, MOST_AT_ONCE) > 0) {
            report(listener, together);
            together.clear();
        }
    }

    private void report(String listener, List<ListenerAnswer> together) {
        try {
            int late = listeners.answer(listener, together).size();
            if (late > 0) {
                terminal.note(late + " answered too late: the server no longer waits for them.");
            }
        } catch (PosthornException e) {
            terminal.note(together.size() + " answers did not reach the server: " + e.getMessage());
        }
    }
}
