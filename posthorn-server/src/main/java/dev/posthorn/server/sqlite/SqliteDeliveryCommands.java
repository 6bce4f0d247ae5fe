package dev.posthorn.server.sqlite;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.store.DeliveryCommands;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.write.CommandWork;
import dev.posthorn.server.sqlite.write.Inbox;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Commands to deliveries: written by the writer, with its next commit. */
final class SqliteDeliveryCommands implements DeliveryCommands {
    private final Database database;
    private final Inbox inbox;

    SqliteDeliveryCommands(Database database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    @Override
    public List<CommandAnswer> carryOut(List<? extends DeliveryCommand> commands, long nowMs) {
        CommandWork work = new CommandWork(commands, nowMs);
        inbox.put(work);
        return work.await();
    }

    @Override
    public List<CancelAsked> openCancels() {
        try (Connection connection = database.openReader();
                var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT delivery, endpoint, round FROM cancel_asked"
                                        + " ORDER BY delivery")) {
            List<CancelAsked> found = new ArrayList<>();
            while (row.next()) {
                found.add(
                        new CancelAsked(
                                new DeliveryId(row.getLong(1)),
                                new EndpointId(row.getLong(2)),
                                row.getInt(3)));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreException("cancels could not be read", e);
        }
    }
}
