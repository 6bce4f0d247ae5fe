package dev.posthorn.bench.ledger;

/**
 * Which endpoints an event goes to. Endpoints are numbered from 0 and divided into groups of {@code
 * width}; event {@code n} goes to all endpoints of group {@code n mod groups}.
 */
public record Fan(int endpoints, int width) {
    public Fan {
        if (width < 1 || endpoints < width || endpoints % width != 0) {
            throw new IllegalArgumentException(
                    endpoints + " endpoints cannot be divided into groups of " + width);
        }
    }

    public int groups() {
        return endpoints / width;
    }

    public int groupOf(long event) {
        return (int) (event % groups());
    }

    public boolean goesTo(long event, int endpoint) {
        return endpoint >= 0 && endpoint < endpoints && endpoint % groups() == groupOf(event);
    }

    /** The delivery's own number among all deliveries of all events. */
    long delivery(long event, int endpoint) {
        return event * width + endpoint / groups();
    }
}
