package dev.posthorn.core.replay;

import dev.posthorn.core.delivery.DeliveryState;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.log.DeliverySummary;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through a window: which rows it looks at and which of them it takes. */
public enum ReplayStage {
    FAILED(DeliveryState.FAILED),
    DELIVERED(DeliveryState.DELIVERED),
    CANCELLED(DeliveryState.CANCELLED),

    /** Cancelled when the endpoint was deactivated, not because someone asked to. */
    CUT_OFF(DeliveryState.CANCELLED),

    /** Whatever ended, but for what someone asked to cancel. */
    ENDED(null),

    /** Events without a delivery, rather than deliveries. */
    MISSED(null);

    private final @Nullable DeliveryState state;

    ReplayStage(@Nullable DeliveryState state) {
        this.state = state;
    }

    /** What to narrow the list by; null for all. */
    @Nullable DeliveryState state() {
        return state;
    }

    boolean takes(DeliverySummary row) {
        boolean cutOff = Verdict.ENDPOINT_DEACTIVATED.equals(row.reason());
        return switch (this) {
            case FAILED, DELIVERED, CANCELLED -> row.state() == state;
            case CUT_OFF -> row.state() == state && cutOff;
            case ENDED ->
                    switch (row.state()) {
                        case DELIVERED, FAILED -> true;
                        case CANCELLED -> cutOff;
                        case PENDING -> false;
                    };
            case MISSED -> false;
        };
    }

    /** In which states a delivery may still be by the time it is sent again. */
    Set<DeliveryState> from() {
        return state == null
                ? EnumSet.complementOf(EnumSet.of(DeliveryState.PENDING))
                : EnumSet.of(state);
    }
}
