package dev.posthorn.server.api;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.server.api.log.DeliveryDesk;
import java.time.Duration;
import java.time.InstantSource;

/** Carries commands out in a log in memory. */
public record LoggedDesk(InMemoryDeliveryLog log, InstantSource clock) implements DeliveryDesk {
    @Override
    public CommandAnswer carryOut(DeliveryCommand command) {
        return log.carryOut(command, clock.millis());
    }

    @Override
    public CommandAnswer cancel(DeliveryId delivery, Duration longest) {
        return carryOut(new DeliveryCommand.Cancel(delivery));
    }
}
