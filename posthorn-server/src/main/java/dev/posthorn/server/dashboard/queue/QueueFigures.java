package dev.posthorn.server.dashboard.queue;

import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue in numbers.
 *
 * @param held waiting for a webhook that sends nothing
 * @param accepted per second, on the whole server; null for those who may not know
 */
public record QueueFigures(
        long pending,
        long held,
        int inFlight,
        @Nullable Double accepted,
        @Nullable Double delivered) {
    static QueueFigures of(List<Seen> lanes, Visit visit) {
        long waiting = lanes.stream().mapToLong(Seen::pending).sum();
        long held =
                lanes.stream()
                        .filter(one -> !one.endpoint().sends())
                        .mapToLong(Seen::pending)
                        .sum();
        boolean operator = visit.frame().isOperator();
        return new QueueFigures(
                waiting - held,
                held,
                lanes.stream().mapToInt(one -> one.lane().inFlight()).sum(),
                operator ? visit.desk().ports().engine().acceptedPerSecond() : null,
                operator ? visit.desk().ports().engine().deliveredPerSecond() : null);
    }

    public long waiting() {
        return pending + held;
    }
}
