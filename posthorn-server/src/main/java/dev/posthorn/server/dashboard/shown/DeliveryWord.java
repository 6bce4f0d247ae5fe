package dev.posthorn.server.dashboard.shown;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.log.DeliverySummary;
import java.util.Locale;
import java.util.Optional;

/** The word for where a delivery stands. */
public final class DeliveryWord {
    private DeliveryWord() {}

    /** {@code held} while its endpoint sends nothing, else as the API spells it. */
    public static String of(DeliverySummary delivery, Optional<Endpoint> to) {
        boolean held =
                delivery.state() == DeliveryState.PENDING
                        && to.filter(endpoint -> !endpoint.sends()).isPresent();
        return held ? "held" : delivery.state().name().toLowerCase(Locale.ROOT);
    }

    /** What its latest attempt came to: a status, or a code where no answer came; or nothing. */
    public static String lastError(DeliverySummary delivery) {
        String error = delivery.lastError();
        if (error != null) {
            return error;
        }
        return delivery.lastStatus() >= 300 ? Integer.toString(delivery.lastStatus()) : "";
    }
}
