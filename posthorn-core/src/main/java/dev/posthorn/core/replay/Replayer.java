package dev.posthorn.core.replay;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.task.ReplayCounts;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works through replays, a slice of each by turns. A slice and the position after it are one
 * commit, so that a node that dies goes on exactly where it was. Any thread may add, one steps.
 *
 * <p>A replay of one endpoint waits where it is while that is full; one of many passes by what
 * would go to those that are full, and counts it as skipped.
 */
public final class Replayer {
    /** Rows written in one commit: some 5 ms for the writer. */
    static final int SLICE = 250;

    /** Between two slices, so that at most a third of the writer's time goes into one replay. */
    private static final long PAUSE_MS = 20;

    private static final long AFTER_FAULT_MS = 1_000;

    /** Until a full endpoint is looked at again: it takes a while until a twentieth is settled. */
    private static final long FULL_PAUSE_MS = 1_000;

    /** Nothing to do. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Each costs a page of reading per slice. */
    static final int MOST = 100;

    /** Of one organisation at once. */
    static final int MOST_EACH = 4;

    private final ReplayStore store;
    private final Directory directory;
    private final DeliveryLog log;
    private final FullEndpoints full;
    private final SliceReader reader;
    private final ReplayListener listener;
    private final List<Active> active = new ArrayList<>();

    /** {@code full}: endpoints that get nothing more for now. */
    public Replayer(
            ReplayStore store,
            DeliveryLog log,
            Directory directory,
            FullEndpoints full,
            ReplayListener listener) {
        this.store = store;
        this.directory = directory;
        this.log = log;
        this.full = full;
        this.reader = new SliceReader(log, directory, full);
        this.listener = listener;
    }

    private record Active(Replay replay, long dueMs) {}

    /** Goes on with what an earlier life left. */
    public synchronized void resume() {
        active.clear();
        store.unfinished().forEach(replay -> active.add(new Active(replay, 0)));
    }

    /** Writes it down and begins; null when it may. */
    public synchronized @Nullable ReplayRefusal begin(Replay replay) {
        ReplayRefusal refusal = refusal(replay.plan());
        if (refusal == null) {
            store.begin(replay);
            active.add(new Active(replay, 0));
        }
        return refusal;
    }

    private @Nullable ReplayRefusal refusal(ReplayPlan plan) {
        EndpointId endpoint = plan.endpoint();
        OrganisationId owner = plan.organisation();
        if (!plan.dryRun()
                && endpoint != null
                && active.stream()
                        .map(one -> one.replay.plan())
                        .anyMatch(one -> !one.dryRun() && endpoint.equals(one.endpoint()))) {
            return new ReplayRefusal.OneIsUnderWay();
        }
        if (active.size() >= MOST) {
            return new ReplayRefusal.TooMany(MOST);
        }
        long own =
                active.stream()
                        .filter(one -> owner.equals(one.replay.plan().organisation()))
                        .count();
        return own >= MOST_EACH ? new ReplayRefusal.TooMany(MOST_EACH) : null;
    }

    /** Does one slice of each that is due. Returns when it is to be called again. */
    public long step(long nowMs) {
        for (Active one : due(nowMs)) {
            step(one, nowMs);
        }
        return nextMs();
    }

    private synchronized List<Active> due(long nowMs) {
        return active.stream().filter(one -> one.dueMs <= nowMs).toList();
    }

    private synchronized long nextMs() {
        return active.stream().mapToLong(Active::dueMs).min().orElse(NEVER);
    }

    private void step(Active one, long nowMs) {
        if (waits(one.replay.plan())) {
            replace(one, one.replay, nowMs + FULL_PAUSE_MS);
            return;
        }
        ReplaySlice slice;
        Replay after;
        try {
            slice = isCutOff(one.replay) ? null : reader.read(one.replay, most(one.replay));
            after = slice == null ? fail(one.replay, nowMs) : write(one.replay, slice, nowMs);
        } catch (RuntimeException fault) {
            reload(one, nowMs);
            throw fault;
        }
        replace(one, after, nowMs + pauseMs(one.replay, slice));
        tell(one.replay, after);
    }

    private boolean waits(ReplayPlan plan) {
        return !plan.dryRun() && plan.endpoint() != null && full.contains(plan.endpoint());
    }

    private void tell(Replay before, Replay after) {
        if (created(before) == 0 && created(after) > 0) {
            listener.sendsMissed(after);
        }
        if (after.done()) {
            listener.finished(after.task());
        }
    }

    private static long created(Replay replay) {
        ReplayCounts counts = replay.task().counts();
        return counts == null ? 0 : counts.created();
    }

    private Replay write(Replay replay, ReplaySlice slice, long nowMs) {
        boolean dry = replay.plan().dryRun();
        return store.advance(
                replay,
                dry ? List.of() : slice.commands(),
                answers -> replay.passed(slice, answers, nowMs),
                nowMs);
    }

    /** Its endpoint sends no more. */
    private boolean isCutOff(Replay replay) {
        EndpointId id = replay.plan().endpoint();
        Optional<Endpoint> endpoint = id == null ? Optional.empty() : directory.endpoint(id);
        return id != null
                && endpoint.map(Endpoint::state).orElse(EndpointState.DEACTIVATED)
                        == EndpointState.DEACTIVATED;
    }

    private Replay fail(Replay replay, long nowMs) {
        return store.advance(
                replay, List.of(), _ -> replay.failed("endpoint-deactivated", nowMs), nowMs);
    }

    private static int most(Replay replay) {
        if (replay.plan().dryRun()) {
            return SliceReader.LOOKED_AT;
        }
        Double rate = replay.plan().perSecond();
        return rate == null ? SLICE : (int) Math.clamp(rate, 1, SLICE);
    }

    private static long pauseMs(Replay replay, @Nullable ReplaySlice slice) {
        Double rate = replay.plan().perSecond();
        if (replay.plan().dryRun()) {
            return 0;
        }
        if (rate == null || slice == null) {
            return PAUSE_MS;
        }
        return Math.max(PAUSE_MS, (long) Math.ceil(1_000 * slice.commands().size() / rate));
    }

    private synchronized void replace(Active before, Replay after, long dueMs) {
        active.remove(before);
        if (!after.done()) {
            active.add(new Active(after, dueMs));
        }
    }

    /** Whether it was written is not known: what is stored counts, once it can be read. */
    private void reload(Active one, long nowMs) {
        TaskId id = one.replay.task().id();
        long dueMs = nowMs + AFTER_FAULT_MS;
        try {
            Optional<Replay> stored =
                    store.unfinished().stream()
                            .filter(found -> found.task().id().equals(id))
                            .findFirst();
            if (stored.isPresent()) {
                replace(one, stored.get(), dueMs);
            } else {
                Optional<Task> ended = log.task(id);
                remove(one);
                ended.ifPresent(listener::finished);
            }
        } catch (RuntimeException unreadable) {
            replace(one, one.replay, dueMs);
        }
    }

    private synchronized void remove(Active one) {
        active.remove(one);
    }
}
