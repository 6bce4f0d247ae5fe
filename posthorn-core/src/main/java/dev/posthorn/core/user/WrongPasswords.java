package dev.posthorn.core.user;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords, so that guessing is slow: after five for one account from one address the
 * next has to wait, and after fifty for one account, or from one address, as well. Remembers a
 * bounded number of them; the ones unused longest are forgotten first. Used by many threads.
 */
public final class WrongPasswords {
    /** Enough for somebody who tries what they remember. */
    public static final int FREE = 5;

    /** An account attacked from many places, or a place that attacks many accounts. */
    static final int FREE_ALONE = 50;

    public static final Duration PAUSE = Duration.ofMinutes(5);

    /** About 2 MiB at most. */
    static final int MOST_KEPT = 10_000;

    private final Map<String, Count> counts =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private record Count(int wrong, long untilMs) {}

    /** When the next try may be made: {@code nowMs} when at once. */
    public synchronized long nextMs(String email, String address, long nowMs) {
        long pair = blockedUntil(pair(email, address), FREE, nowMs);
        long account = blockedUntil(account(email), FREE_ALONE, nowMs);
        long place = blockedUntil(place(address), FREE_ALONE, nowMs);
        return Math.max(nowMs, Math.max(pair, Math.max(account, place)));
    }

    /** Notes a wrong password; returns how many more are free before a pause. */
    public synchronized int note(String email, String address, long nowMs) {
        count(account(email), nowMs);
        count(place(address), nowMs);
        return Math.max(0, FREE - count(pair(email, address), nowMs));
    }

    /** The right one was given: what was counted for the two is forgotten. */
    public synchronized void forget(String email, String address) {
        counts.remove(pair(email, address));
        counts.remove(account(email));
    }

    private long blockedUntil(String who, int free, long nowMs) {
        Count count = counts.get(who);
        return count == null || count.wrong < free || count.untilMs <= nowMs ? 0 : count.untilMs;
    }

    private int count(String who, long nowMs) {
        Count before = counts.get(who);
        int wrong = before == null || before.untilMs <= nowMs ? 1 : before.wrong + 1;
        counts.put(who, new Count(wrong, nowMs + PAUSE.toMillis()));
        return wrong;
    }

    private static String pair(String email, String address) {
        return "b " + email + " " + address;
    }

    private static String account(String email) {
        return "a " + email;
    }

    private static String place(String address) {
        return "p " + address;
    }
}
