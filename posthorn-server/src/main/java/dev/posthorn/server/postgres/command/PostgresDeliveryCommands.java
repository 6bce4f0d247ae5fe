package dev.posthorn.server.postgres.command;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.CommandAnswer.CancelAsked;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.store.DeliveryCommands;
import java.util.List;

/** Commands to deliveries, each call a transaction on the caller's own thread. */
public final class PostgresDeliveryCommands implements DeliveryCommands {
    private final CommandParts parts;

    public PostgresDeliveryCommands(CommandParts parts) {
        this.parts = parts;
    }

    @Override
    public List<CommandAnswer> carryOut(List<? extends DeliveryCommand> commands, long askedMs) {
        long nowMs = parts.clock().millis();
        List<CommandAnswer> answers =
                parts.connections()
                        .call(
                                "commands were not written",
                                connection ->
                                        new CarryOut(connection, parts.sequence(), parts.cancels())
                                                .all(commands, askedMs, nowMs));
        parts.tell(answers);
        return answers;
    }

    @Override
    public List<CancelAsked> openCancels() {
        return parts.connections()
                .call("cancels could not be read", connection -> parts.cancels().load(connection));
    }
}
