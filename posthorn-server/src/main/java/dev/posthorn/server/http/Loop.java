package dev.posthorn.server.http;

/** One event loop, seen from other threads. */
@FunctionalInterface
public interface Loop {
    /** Runs it on the loop, in the order posted. From any thread; never blocks. */
    void post(Runnable work);
}
