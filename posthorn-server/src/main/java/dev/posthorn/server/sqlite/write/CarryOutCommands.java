package dev.posthorn.server.sqlite.write;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryCommand.Resend;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.StoredDelivery;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.replay.Reopening;
import dev.posthorn.server.store.config.Purged;
import dev.posthorn.server.store.row.Codes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what is asked to be done to deliveries, each judged by its row as it stands now. */
final class CarryOutCommands {
    private final ReadDelivery read;
    private final PreparedStatement reopen;
    private final PreparedStatement hasten;
    private final MakeDelivery make;
    private final CancelRows cancels;
    private final Purged purged;

    CarryOutCommands(
            Connection connection,
            Sequence sequence,
            LateIndex deliveryIndex,
            CancelRows cancels,
            Purged purged)
            throws SQLException {
        this.purged = purged;
        this.cancels = cancels;
        read = new ReadDelivery(connection);
        make = new MakeDelivery(connection, sequence, deliveryIndex);
        reopen =
                connection.prepareStatement(
                        """
                        UPDATE delivery SET state = 0, ord = ?, due = ?, round = ?, round_base = ?,
                            entity_key = ?, origin = ?, closed = NULL, reason = NULL
                        WHERE seq = ?
                        """);
        hasten = connection.prepareStatement("UPDATE delivery SET ord = ?, due = ? WHERE seq = ?");
    }

    /** One answer per command, in order. {@code askedMs}: what is to be due now is due then. */
    List<CommandAnswer> carryOut(List<? extends DeliveryCommand> commands, long askedMs, long nowMs)
            throws SQLException {
        List<CommandAnswer> answers = new ArrayList<>(commands.size());
        for (DeliveryCommand command : commands) {
            answers.add(
                    switch (command) {
                        case Resend resend -> resend(resend, askedMs);
                        case DeliveryCommand.Cancel(DeliveryId delivery) -> cancel(delivery);
                        case DeliveryCommand.Make late when purged.covers(late.endpoint()) ->
                                new CommandAnswer.Unknown();
                        case DeliveryCommand.Make missing -> make.make(missing, askedMs, nowMs);
                    });
        }
        return answers;
    }

    private CommandAnswer resend(Resend resend, long askedMs) throws SQLException {
        Optional<StoredDelivery> row = read.delivery(resend.delivery());
        if (row.isEmpty()) {
            return new CommandAnswer.Unknown();
        }
        CommandAnswer answer = Reopening.decide(row.get(), resend, askedMs);
        switch (answer) {
            case CommandAnswer.Reopened(var delivery) -> reopen(delivery);
            case CommandAnswer.Hastened(var delivery) -> hasten(delivery);
            case CommandAnswer.Left _,
                    CommandAnswer.PayloadGone _,
                    CommandAnswer.Unknown _,
                    CommandAnswer.Made _,
                    CommandAnswer.CancelAsked _ -> {}
        }
        return answer;
    }

    private void reopen(PendingDelivery delivery) throws SQLException {
        reopen.setLong(1, delivery.order());
        reopen.setLong(2, delivery.dueMs());
        reopen.setInt(3, delivery.round());
        reopen.setInt(4, delivery.roundBase());
        reopen.setLong(5, delivery.entityKey());
        reopen.setInt(6, Codes.of(delivery.trigger()));
        reopen.setLong(7, delivery.id().seq());
        reopen.executeUpdate();
    }

    private void hasten(PendingDelivery delivery) throws SQLException {
        hasten.setLong(1, delivery.order());
        hasten.setLong(2, delivery.dueMs());
        hasten.setLong(3, delivery.id().seq());
        hasten.executeUpdate();
    }

    private CommandAnswer cancel(DeliveryId id) throws SQLException {
        Optional<StoredDelivery> row = read.delivery(id);
        if (row.isEmpty()) {
            return new CommandAnswer.Unknown();
        }
        StoredDelivery delivery = row.get();
        if (delivery.state() != DeliveryState.PENDING) {
            return new CommandAnswer.Left(delivery.state());
        }
        var asked = new CommandAnswer.CancelAsked(id, delivery.endpoint(), delivery.round());
        cancels.ask(asked);
        return asked;
    }
}
