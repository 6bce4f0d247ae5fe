package dev.posthorn.core.delivery;

/** Where a delivery stands. All but {@link #PENDING} are final until someone asks for a resend. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    FAILED,
    CANCELLED
}
