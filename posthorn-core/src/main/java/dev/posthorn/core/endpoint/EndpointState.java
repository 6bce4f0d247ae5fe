package dev.posthorn.core.endpoint;

/** Where an endpoint stands with its test. Only {@link #VALID} ones are sent events. */
public enum EndpointState {
    NEW,
    VALID,
    INVALID,
    DEACTIVATED;

    /** Whether a matching event makes a delivery, sent now or held. */
    public boolean takesDeliveries() {
        return this == NEW || this == VALID;
    }
}
