package dev.posthorn.core.store;

import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.EntityKey;
import dev.posthorn.core.replay.Reopening;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Commands to rows in memory; cancels stay open while their row is pending in its round. */
final class InMemoryCommands implements DeliveryCommands {
    private final InMemoryRows rows;
    private final CommitListener listener;
    private final Sequence sequence;
    private final Map<Long, CancelAsked> cancels = new TreeMap<>();

    InMemoryCommands(InMemoryRows rows, CommitListener listener, Sequence sequence) {
        this.rows = rows;
        this.listener = listener;
        this.sequence = sequence;
    }

    @Override
    public List<CommandAnswer> carryOut(List<? extends DeliveryCommand> commands, long nowMs) {
        synchronized (rows) {
            List<CommandAnswer> answers =
                    commands.stream().map(command -> carryOut(command, nowMs)).toList();
            List<CommandAnswer> news = answers.stream().filter(CommandAnswer::changed).toList();
            if (!news.isEmpty()) {
                listener.asked(news);
            }
            return answers;
        }
    }

    private CommandAnswer carryOut(DeliveryCommand command, long nowMs) {
        return switch (command) {
            case DeliveryCommand.Resend resend -> resend(resend, nowMs);
            case DeliveryCommand.Cancel(DeliveryId id) -> cancel(id);
            case DeliveryCommand.Make make -> make(make, nowMs);
        };
    }

    private CommandAnswer resend(DeliveryCommand.Resend resend, long nowMs) {
        PendingDelivery row = rows.any(resend.delivery());
        if (row == null) {
            return new CommandAnswer.Unknown();
        }
        CommandAnswer answer = Reopening.decide(stored(row), resend, nowMs);
        if (answer instanceof CommandAnswer.Reopened(var again)) {
            rows.put(again, row.event());
        } else if (answer instanceof CommandAnswer.Hastened(var now)) {
            rows.put(due(row, now), row.event());
        }
        return answer;
    }

    private StoredDelivery stored(PendingDelivery row) {
        Event event = rows.event(row.eventId());
        return new StoredDelivery(
                row.id(),
                row.endpoint(),
                row.eventId(),
                event == null ? EntityId.NONE : event.entityId(),
                rows.state(row.id()),
                row.dueMs(),
                row.order(),
                row.attempts(),
                row.round(),
                event != null);
    }

    private static PendingDelivery due(PendingDelivery row, PendingDelivery now) {
        return new PendingDelivery(
                row.id(),
                row.endpoint(),
                row.eventId(),
                row.event(),
                now.dueMs(),
                now.order(),
                row.attempts(),
                row.round(),
                row.roundBase(),
                row.entityKey(),
                row.trigger());
    }

    private CommandAnswer cancel(DeliveryId id) {
        PendingDelivery row = rows.any(id);
        if (row == null) {
            return new CommandAnswer.Unknown();
        }
        if (rows.state(id) != DeliveryState.PENDING) {
            return new CommandAnswer.Left(rows.state(id));
        }
        CancelAsked asked = new CancelAsked(id, row.endpoint(), row.round());
        cancels.put(id.seq(), asked);
        return asked;
    }

    private CommandAnswer make(DeliveryCommand.Make make, long nowMs) {
        Event event = rows.event(make.event());
        if (event == null) {
            return new CommandAnswer.Unknown();
        }
        PendingDelivery known = rows.of(make.event(), make.endpoint());
        if (known != null) {
            return new CommandAnswer.Left(rows.state(known.id()));
        }
        long seq = sequence.next(2, nowMs);
        boolean byEntity = make.ordering() == Ordering.ENTITY;
        PendingDelivery made =
                new PendingDelivery(
                        new DeliveryId(seq),
                        make.endpoint(),
                        make.event(),
                        null,
                        nowMs,
                        make.ordering() == Ordering.NONE ? nowMs : seq,
                        0,
                        0,
                        0,
                        byEntity ? EntityKey.of(event.entityId(), seq) : 0,
                        Trigger.REPLAY);
        rows.put(made, event);
        return new CommandAnswer.Made(made);
    }

    @Override
    public List<CancelAsked> openCancels() {
        synchronized (rows) {
            return cancels.values().stream()
                    .filter(asked -> rows.state(asked.delivery()) == DeliveryState.PENDING)
                    .filter(asked -> rows.any(asked.delivery()).round() == asked.round())
                    .toList();
        }
    }
}
