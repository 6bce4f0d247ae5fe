package dev.posthorn.core.ingest;

/** A request whose events go to more endpoints, taken together, than one request may. */
public final class TooManyDeliveries extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooManyDeliveries(int deliveries) {
        super(
                "the events of one request may make at most "
                        + Ingest.MAX_DELIVERIES_PER_REQUEST
                        + " deliveries; these make "
                        + deliveries
                        + " or more: publish them in smaller batches",
                null,
                false,
                false);
    }
}
