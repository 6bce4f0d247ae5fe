package dev.posthorn.core.delivery;

/** Names a delivery. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record DeliveryId(long seq) {}
