package dev.posthorn.core.statistics;

import java.util.List;

/** What is counted. The place of each in a stored row never changes; new ones go to the end. */
public enum Count {
    DELIVERED(0),
    FAILED(1),
    CANCELLED(2),
    /** Events that matched while no delivery could be made. */
    MISSED(3),
    /** Attempts after the first of their delivery. */
    RETRIES(4),
    /** Attempts without an answer. */
    NO_ANSWER(5),
    STATUS_1XX(6),
    STATUS_2XX(7),
    STATUS_3XX(8),
    STATUS_4XX(9),
    STATUS_5XX(10),
    /**
     * Deliveries not settled, looked at once a minute and added up; for organisations and all, not
     * for endpoints. Divided by the minutes it is how long the queue was.
     */
    WAITING(11);

    public static final List<Count> ALL = List.of(values());

    /** Each attempt is counted in one of these. */
    public static final List<Count> STATUSES =
            List.of(NO_ANSWER, STATUS_1XX, STATUS_2XX, STATUS_3XX, STATUS_4XX, STATUS_5XX);

    private final int place;

    Count(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }

    /** {@code status}: 0 when there was no answer. What HTTP does not know counts as a 5xx. */
    static Count ofStatus(int status) {
        int hundred = status / 100;
        return STATUSES.get(Math.min(hundred, STATUSES.size() - 1));
    }
}
