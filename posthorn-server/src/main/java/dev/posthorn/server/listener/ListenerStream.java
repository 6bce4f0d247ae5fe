package dev.posthorn.server.listener;

/** One connection of a listener. Calls come from one loop; none of them waits. */
public interface ListenerStream {
    void send(ListenerRequest request);

    /** Shows that it is still there; ends it when it should not be any more. */
    void beat();

    /** Bytes it was given and could not pass on yet. */
    long unsentBytes();

    /** Ends it, saying why. */
    void end(String why);
}
