package dev.posthorn.server.token;

import dev.posthorn.server.token.TokenReading.NoToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The token of one client at one server: the one in use, who waits for the next, and since when
 * there is none. Asks the server at most once at a time. Belongs to one loop.
 */
final class TokenLine {
    /** So long a server that gave none is left alone, whatever is due meanwhile. */
    private static final long REST_NANOS = 5_000_000_000L;

    /** A receiver that refuses a token it was just given refuses the next one as well. */
    private static final long REFUSED_REST_NANOS = 30_000_000_000L;

    private @Nullable Token token;
    private long usedUntilNanos;
    private @Nullable NoToken failure;
    private long restsUntilNanos;
    private boolean dropped;
    private long droppedNanos;
    private @Nullable List<Consumer<TokenReading>> waiting;

    /** What is known, null when the server is to be asked. */
    @Nullable TokenReading known(long nowNanos) {
        if (token != null && nowNanos - usedUntilNanos < 0) {
            return token;
        }
        token = null;
        return failure != null && nowNanos - restsUntilNanos < 0 ? failure : null;
    }

    /** True for the first, who is to ask the server; the others are told with it. */
    boolean await(Consumer<TokenReading> waiter) {
        boolean first = waiting == null;
        if (waiting == null) {
            waiting = new ArrayList<>(1);
        }
        waiting.add(waiter);
        return first;
    }

    /** The server's answer. */
    void read(TokenReading reading, long nowNanos) {
        switch (reading) {
            case Token fresh -> {
                token = fresh;
                usedUntilNanos = nowNanos + fresh.usedForNanos();
                failure = null;
            }
            case NoToken none -> {
                failure = none;
                restsUntilNanos = nowNanos + REST_NANOS;
            }
        }
        List<Consumer<TokenReading>> told = waiting == null ? List.of() : waiting;
        waiting = null;
        told.forEach(waiter -> waiter.accept(reading));
    }

    /**
     * The receiver refused {@code sent}: the next request gets another one. False when that was
     * tried a moment ago.
     */
    boolean drop(Token sent, long nowNanos) {
        if (token == null || !token.equals(sent)) {
            return true; // Somebody else was refused, and another one is there or under way.
        }
        if (dropped && nowNanos - droppedNanos < REFUSED_REST_NANOS) {
            return false;
        }
        dropped = true;
        droppedNanos = nowNanos;
        token = null;
        return true;
    }

    /** Whether nothing of it is worth keeping. */
    boolean isOver(long nowNanos) {
        return waiting == null && known(nowNanos) == null;
    }
}
