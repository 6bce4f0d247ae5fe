package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.log.AttemptEntry;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of attempts what viewers may not see: what was sent, and what came back beyond a
 * status.
 */
final class Contents {
    private Contents() {}

    static Page<AttemptEntry> without(Page<AttemptEntry> page) {
        return new Page<>(
                page.rows().stream().map(Contents::without).toList(),
                page.hasMore(),
                page.nextAfter(),
                page.total(),
                page.totalCapped());
    }

    static AttemptEntry without(AttemptEntry entry) {
        AttemptRecord attempt = entry.attempt();
        return new AttemptEntry(
                entry.id(),
                entry.delivery(),
                entry.eventId(),
                entry.endpoint(),
                entry.type(),
                new AttemptRecord(
                        attempt.number(),
                        attempt.trigger(),
                        attempt.startedMs(),
                        attempt.endpointRevision(),
                        attempt.bodySha256(),
                        without(attempt.exchange())),
                null,
                null);
    }

    static Task without(Task task) {
        return new Task(
                task.id(),
                task.organisation(),
                task.key(),
                task.type(),
                task.target(),
                task.state(),
                List.of(),
                task.error(),
                task.createdMs(),
                task.startedMs(),
                task.completedMs());
    }

    private static Exchange without(Exchange exchange) {
        return new Exchange(
                exchange.outcome(),
                without(exchange.response()),
                exchange.timings(),
                exchange.ip(),
                exchange.message());
    }

    private static @Nullable Response without(@Nullable Response answer) {
        return answer == null
                ? null
                : new Response(answer.status(), new String[0], new byte[0], answer.truncated());
    }
}
