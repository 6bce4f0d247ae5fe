package dev.posthorn.core.lane;

/** Wakes the dispatcher. One alarm is enough: setting it again moves it. */
public interface Alarm {
    /** Calls {@link Dispatcher#wake} on its thread at this time, milliseconds since 1970. */
    void set(long atMs);
}
