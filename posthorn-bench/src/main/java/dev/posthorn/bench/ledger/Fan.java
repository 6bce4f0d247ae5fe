package dev.posthorn.bench.ledger;

/**
 * How endpoints are grouped: they are numbered from 0 and divided into groups of {@code width}; an
 * event goes to all endpoints of one group.
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

    /** The group an endpoint belongs to. */
    public int group(int endpoint) {
        return endpoint % groups();
    }

    boolean has(int endpoint) {
        return endpoint >= 0 && endpoint < endpoints;
    }

    /** How many of a group's endpoints have a number below {@code endpoint}. */
    int below(int endpoint, int group) {
        int count = 0;
        for (int next = group; next < Math.min(endpoint, endpoints); next += groups()) {
            count++;
        }
        return count;
    }

    /** The delivery's own number among all deliveries of all events. */
    long delivery(long event, int endpoint) {
        return event * width + endpoint / groups();
    }
}
