package dev.posthorn.server.dns;

import dev.posthorn.server.dns.NameAnswer.Found;
import dev.posthorn.server.dns.NameAnswer.NoAnswer;
import dev.posthorn.server.dns.NameAnswer.NotFound;
import dev.posthorn.server.dns.NameAnswer.TooMany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Remembers answers for as long as their servers allow, within bounds, and asks for each name only
 * once at a time. Belongs to one loop, like what it asks.
 */
public final class CachedLookup implements NameLookup {
    /** A server that says zero would have us ask before every request. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A receiver that moves is found again within a minute, whatever its servers say. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** Long enough not to ask a broken server for every delivery, short enough to see it mended. */
    static final Duration FAILED = Duration.ofSeconds(5);

    /**
     * About 3 MB with the addresses names usually have, 50 MB if all have the most; a name beyond
     * it costs a query, not a failure.
     */
    static final int MAX_NAMES = 10_000;

    private record Kept(NameAnswer answer, long untilNanos) {}

    private final NameLookup source;
    private final LongSupplier nanoTime;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, List<Consumer<NameAnswer>>> waiting = new HashMap<>();

    public CachedLookup(NameLookup source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public void lookup(String name, Consumer<NameAnswer> answer) {
        Kept known = kept.get(name);
        if (known != null && nanoTime.getAsLong() - known.untilNanos < 0) {
            answer.accept(known.answer);
            return;
        }
        List<Consumer<NameAnswer>> others = waiting.get(name);
        if (others != null) {
            others.add(answer);
            return;
        }
        waiting.put(name, new ArrayList<>(List.of(answer)));
        source.lookup(name, result -> keep(name, result));
    }

    private void keep(String name, NameAnswer answer) {
        kept.put(name, new Kept(answer, nanoTime.getAsLong() + keptFor(answer).toNanos()));
        if (kept.size() > MAX_NAMES) {
            kept.remove(kept.keySet().iterator().next());
        }
        List<Consumer<NameAnswer>> asked = waiting.remove(name);
        if (asked != null) {
            asked.forEach(one -> one.accept(answer));
        }
    }

    private static Duration keptFor(NameAnswer answer) {
        return switch (answer) {
            case Found(_, Duration timeToLive) -> clamp(timeToLive);
            case NotFound _, NoAnswer _, TooMany _ -> FAILED;
        };
    }

    private static Duration clamp(Duration timeToLive) {
        if (timeToLive.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return timeToLive.compareTo(LONGEST) > 0 ? LONGEST : timeToLive;
    }
}
