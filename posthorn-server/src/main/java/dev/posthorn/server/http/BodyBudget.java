package dev.posthorn.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the bytes of all requests that are being read at one time. Bodies that come in one piece
 * are not counted: they are gone before the next one is read.
 */
final class BodyBudget {
    private final AtomicLong free;

    BodyBudget(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** False when there is no room: nothing was taken. */
    boolean take(int bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }
}
