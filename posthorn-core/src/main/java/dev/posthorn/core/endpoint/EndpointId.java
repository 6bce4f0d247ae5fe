package dev.posthorn.core.endpoint;

/** Names an endpoint. {@code seq} is its sequence number; {@code PublicIds} makes the text form. */
public record EndpointId(long seq) {}
