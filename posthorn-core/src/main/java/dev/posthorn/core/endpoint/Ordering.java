package dev.posthorn.core.endpoint;

/** In which order an endpoint gets its deliveries. */
public enum Ordering {
    /** By due time, as many at once as the window allows. */
    NONE,
    /** One at a time, in the order accepted; a failing head keeps its place. */
    FIFO,
    /** In order per {@code entity_id}, parallel across. */
    ENTITY
}
