package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.replay.Reopening;
import dev.posthorn.server.postgres.write.CancelRows;
import dev.posthorn.server.store.config.Purged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what is asked to be done to deliveries, each judged by its row as it stands. */
final class CarryOut {
    private final Connection connection;
    private final MakeDelivery make;
    private final CancelRows cancels;
    private final Purged purged;

    CarryOut(Connection connection, Sequence sequence, CancelRows cancels) throws SQLException {
        this.connection = connection;
        this.make = new MakeDelivery(connection, sequence);
        this.cancels = cancels;
        this.purged = new Purged(connection);
    }

    /** One answer per command, in order. {@code askedMs}: what is to be due now is due then. */
    List<CommandAnswer> all(List<? extends DeliveryCommand> commands, long askedMs, long nowMs)
            throws SQLException {
        List<CommandAnswer> answers = new ArrayList<>(commands.size());
        for (DeliveryCommand command : commands) {
            answers.add(one(command, askedMs, nowMs));
        }
        return answers;
    }

    private CommandAnswer one(DeliveryCommand command, long askedMs, long nowMs)
            throws SQLException {
        return switch (command) {
            case DeliveryCommand.Resend resend -> resend(resend, askedMs);
            case DeliveryCommand.Cancel(DeliveryId delivery) -> cancel(delivery);
            case DeliveryCommand.Make late when purged.covers(late.endpoint()) ->
                    new CommandAnswer.Unknown();
            case DeliveryCommand.Make missing -> make.make(missing, askedMs, nowMs);
        };
    }

    private CommandAnswer resend(DeliveryCommand.Resend resend, long askedMs) throws SQLException {
        Optional<StoredDelivery> row = ReadDelivery.read(connection, resend.delivery());
        if (row.isEmpty()) {
            return new CommandAnswer.Unknown();
        }
        CommandAnswer answer = Reopening.decide(row.get(), resend, askedMs);
        switch (answer) {
            case CommandAnswer.Reopened(var delivery) -> Reopen.reopen(connection, delivery);
            case CommandAnswer.Hastened(var delivery) -> Reopen.hasten(connection, delivery);
            case CommandAnswer.Left _,
                    CommandAnswer.PayloadGone _,
                    CommandAnswer.Unknown _,
                    CommandAnswer.Made _,
                    CommandAnswer.CancelAsked _ -> {}
        }
        return answer;
    }

    private CommandAnswer cancel(DeliveryId id) throws SQLException {
        Optional<StoredDelivery> row = ReadDelivery.read(connection, id);
        if (row.isEmpty()) {
            return new CommandAnswer.Unknown();
        }
        StoredDelivery delivery = row.get();
        if (delivery.state() != DeliveryState.PENDING) {
            return new CommandAnswer.Left(delivery.state());
        }
        var asked = new CommandAnswer.CancelAsked(id, delivery.endpoint(), delivery.round());
        cancels.ask(connection, asked);
        return asked;
    }
}
