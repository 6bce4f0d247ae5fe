package dev.posthorn.server.api.log;

import dev.posthorn.core.delivery.CommandAnswer;
import dev.posthorn.core.delivery.DeliveryCommand;
import dev.posthorn.core.delivery.DeliveryId;
import java.time.Duration;

/** Where commands to single deliveries are handed in. Calls block. */
public interface DeliveryDesk {
    /** What came of it, durable. */
    CommandAnswer carryOut(DeliveryCommand command);

    /** Asks for a cancel, and waits until the delivery ended, at most so long. */
    CommandAnswer cancel(DeliveryId delivery, Duration longest);
}
