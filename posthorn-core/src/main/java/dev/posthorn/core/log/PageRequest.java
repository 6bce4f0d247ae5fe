package dev.posthorn.core.log;

/**
 * Which part of a list. Positions are sequence numbers.
 *
 * @param limit most rows, 1 to 1000
 * @param after continue beyond this row in the direction of the list; 0 for the start
 * @param before stop before reaching this row; 0 for no stop
 * @param ascending oldest first instead of newest first
 */
public record PageRequest(int limit, long after, long before, boolean ascending) {
    public static final int MAX_LIMIT = 1000;

    public static PageRequest newest(int limit) {
        return new PageRequest(limit, 0, 0, false);
    }
}
