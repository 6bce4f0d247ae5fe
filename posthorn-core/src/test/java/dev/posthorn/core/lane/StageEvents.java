package dev.posthorn.core.lane;

import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.endpoint.EndpointId;

/** Keeps what the dispatcher tells, for the test to look at. */
record StageEvents(Stage stage) implements LaneEvents {
    @Override
    public void gone(EndpointId endpoint) {
        stage.gone.add(endpoint);
    }

    @Override
    public void orphaned(PendingDelivery delivery) {
        stage.orphaned.add(delivery);
        stage.cancel(delivery);
    }

    @Override
    public void pending(EndpointId endpoint, long deliveries) {
        stage.full.pending(endpoint, deliveries);
    }

    @Override
    public void misplaced(EndpointId endpoint) {
        stage.misplaced.add(endpoint);
    }
}
