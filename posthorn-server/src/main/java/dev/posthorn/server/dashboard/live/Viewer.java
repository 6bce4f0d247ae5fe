package dev.posthorn.server.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.server.http.ResponseStream;
import org.jspecify.annotations.Nullable;

/** One open page, as a stream of server-sent events. Told from one thread. */
final class Viewer {
    /** A page that does not take some hundred short lines is not there any more. */
    private static final long MOST_UNSENT_BYTES = 4_096;

    /** Shorter than proxies keep a quiet connection. */
    private static final long BEAT_MS = 20_000;

    /** Then it asks again, and whether it may is looked at again. */
    private static final long LIFE_MS = 300_000;

    private static final byte[] CHANGED = "event: changed\ndata:\n\n".getBytes(UTF_8);
    private static final byte[] BEAT = ":\n\n".getBytes(UTF_8);

    private final Watch watch;
    private final ResponseStream out;
    private final long sinceMs;
    private long toldMs;
    private long changedMs;
    private @Nullable Long known;
    private boolean stale;

    Viewer(Watch watch, ResponseStream out, long nowMs) {
        this.watch = watch;
        this.out = out;
        this.sinceMs = nowMs;
        this.toldMs = nowMs;
    }

    Watch watch() {
        return watch;
    }

    /**
     * {@code mark}: differs from the last one when what it looks at has changed; it hears of that,
     * once {@code paceMs} went by since it heard last.
     */
    void tell(long mark, long nowMs, long paceMs) {
        stale |= known != null && known != mark;
        known = mark;
        if (stale && nowMs - changedMs >= paceMs) {
            write(CHANGED, nowMs);
            changedMs = nowMs;
            stale = false;
        } else if (nowMs - toldMs >= BEAT_MS) {
            write(BEAT, nowMs);
        }
    }

    private void write(byte[] piece, long nowMs) {
        out.write(piece);
        toldMs = nowMs;
    }

    /** Whether it is over; then it has been ended. */
    boolean isOver(long nowMs) {
        if (out.unsentBytes() > MOST_UNSENT_BYTES) {
            out.cut();
            return true;
        }
        if (nowMs - sinceMs >= LIFE_MS) {
            out.end();
            return true;
        }
        return false;
    }
}
