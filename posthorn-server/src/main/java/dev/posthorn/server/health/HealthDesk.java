package dev.posthorn.server.health;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.HealthRules;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.health.HealthWatch;
import dev.posthorn.core.health.HealthWatch.Observed;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.operational.Announcement;
import dev.posthorn.core.operational.NoticeWindows;
import dev.posthorn.core.store.CommitListener;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Where the watch is told of everything, from any thread. The writer comes by once per commit and
 * never waits longer than it takes to copy what is new.
 */
public final class HealthDesk implements CommitListener, Consumer<Endpoint> {
    private final ReentrantLock lock = new ReentrantLock();
    private final NoticeWindows windows = new NoticeWindows();
    private final HealthWatch watch;
    private final LongSupplier clockMs;

    /** {@code endpoints}: as they are now; later changes are to be told. */
    public HealthDesk(
            HealthRules rules,
            HealthStore store,
            Collection<Endpoint> endpoints,
            LongSupplier clockMs) {
        this.watch = new HealthWatch(rules, store.load(), endpoints, windows::add);
        this.clockMs = clockMs;
    }

    @Override
    public void committed(List<PendingDelivery> made, List<Settlement> settled) {
        if (!settled.isEmpty()) {
            locked(() -> watch.settled(settled, clockMs.getAsLong()));
        }
    }

    @Override
    public void accept(Endpoint changed) {
        locked(() -> watch.changed(changed, clockMs.getAsLong()));
    }

    /** An event that is durable matched {@code endpoints} and makes no delivery for them. */
    public void missed(List<EndpointId> endpoints) {
        long nowMs = clockMs.getAsLong();
        locked(() -> endpoints.forEach(endpoint -> watch.missed(endpoint, 1, nowMs)));
    }

    /** Missed events are being sent after all: counting starts over. */
    public void missedWasSent(EndpointId endpoint) {
        locked(() -> watch.missedWasSent(endpoint));
    }

    public Missed missed(EndpointId endpoint) {
        return locked(() -> watch.health(endpoint).missed());
    }

    Observed take() {
        return locked(watch::take);
    }

    List<Announcement> announcements(int most) {
        return locked(() -> windows.take(clockMs.getAsLong(), most));
    }

    /** For the end of the program: what windows still hold back. */
    List<Announcement> remainingAnnouncements() {
        return locked(windows::takeAll);
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return work;
        });
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
