package dev.posthorn.server;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.store.DeliveryCommands;
import dev.posthorn.server.api.log.DeliveryDesk;
import dev.posthorn.server.api.read.Await;
import dev.posthorn.server.engine.Engine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hands commands to the store, from where the engine hears of them. */
record EngineDesk(DeliveryCommands commands, Engine engine, InstantSource clock)
        implements DeliveryDesk {
    @Override
    public CommandAnswer carryOut(DeliveryCommand command) {
        return commands.carryOut(List.of(command), clock.millis()).getFirst();
    }

    @Override
    public CommandAnswer cancel(DeliveryId delivery, Duration longest) {
        CompletableFuture<DeliveryId> end = engine.end(delivery);
        try {
            CommandAnswer answer = carryOut(new DeliveryCommand.Cancel(delivery));
            if (answer instanceof CommandAnswer.CancelAsked) {
                Await.result(end, longest);
            }
            return answer;
        } finally {
            end.cancel(false);
        }
    }
}
