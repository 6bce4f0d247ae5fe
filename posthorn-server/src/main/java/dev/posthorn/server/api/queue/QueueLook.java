package dev.posthorn.server.api.queue;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.log.DeliveryFilter;
import dev.posthorn.core.log.DeliveryLog;
import dev.posthorn.core.log.DeliverySummary;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.api.resource.QueueView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One look at the lanes somebody may see. Used once, by one thread. */
final class QueueLook {
    private final DeliveryLog log;
    private final List<Seen> lanes;
    private final long nowMs;

    QueueLook(DeliveryLog log, List<Seen> lanes, long nowMs) {
        this.log = log;
        this.lanes =
                lanes.stream()
                        .filter(seen -> seen.lane().pending() > 0 || seen.lane().inFlight() > 0)
                        .sorted(
                                Comparator.comparingLong((Seen seen) -> seen.lane().pending())
                                        .reversed())
                        .toList();
        this.nowMs = nowMs;
    }

    /** A lane and its endpoint. */
    record Seen(LaneView lane, Endpoint endpoint) {}

    /**
     * What there is to show.
     *
     * @param whose to look for the oldest within; null for everyone's
     * @param accepted per second; null when the caller may not know
     */
    QueueView view(
            @Nullable OrganisationId whose,
            int mostLines,
            @Nullable Double accepted,
            @Nullable Double delivered) {
        List<QueueView.Line> lines = new ArrayList<>();
        lanes.stream().limit(mostLines).forEach(seen -> lines.add(line(seen)));
        long due = lines.stream().mapToLong(QueueView.Line::due).sum();
        due += lanes.stream().skip(mostLines).mapToLong(this::roughlyDue).sum();
        long pending = lanes.stream().mapToLong(seen -> seen.lane().pending()).sum();
        return new QueueView(
                pending,
                due,
                lanes.stream()
                        .filter(seen -> !seen.endpoint().sends())
                        .mapToLong(seen -> seen.lane().pending())
                        .sum(),
                lanes.stream().mapToInt(seen -> seen.lane().inFlight()).sum(),
                pending == 0 ? null : oldest(whose),
                nextDue(),
                accepted,
                delivered,
                lines);
    }

    private QueueView.Line line(Seen seen) {
        LaneView lane = seen.lane();
        return new QueueView.Line(
                lane.endpoint(),
                seen.endpoint().settings().name(),
                seen.endpoint().settings().url(),
                lane.pending(),
                due(lane),
                lane.inFlight(),
                lane.window(),
                lane.nextDueMs(),
                lane.lastError());
    }

    private long due(LaneView lane) {
        return isDue(lane) ? log.due(lane.endpoint(), nowMs, Page.MAX_TOTAL) : 0;
    }

    /** Beyond the lines shown nobody counts: a lane with something due has all of it due. */
    private long roughlyDue(Seen seen) {
        return isDue(seen.lane()) ? seen.lane().pending() : 0;
    }

    private boolean isDue(LaneView lane) {
        return lane.pending() > 0 && (lane.nextDueMs() == null || lane.nextDueMs() <= nowMs);
    }

    private @Nullable Long nextDue() {
        return lanes.stream()
                .map(seen -> seen.lane().nextDueMs())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Long oldest(@Nullable OrganisationId whose) {
        DeliveryFilter pending =
                new DeliveryFilter(
                        whose, null, null, DeliveryState.PENDING, null, TimeRange.ALWAYS);
        return log.deliveries(pending, new PageRequest(1, 0, 0, true)).rows().stream()
                .map(DeliverySummary::createdMs)
                .findFirst()
                .orElse(null);
    }
}
