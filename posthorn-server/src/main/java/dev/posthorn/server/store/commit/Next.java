package dev.posthorn.server.store.commit;

/** When the writer is to take its next step. */
public sealed interface Next {
    record AtOnce() implements Next {}

    /** When something comes in, at the latest after {@code withinMs}. */
    record WhenWoken(long withinMs) implements Next {}

    /** The database cannot be written: not before {@code ms} have passed. */
    record After(long ms) implements Next {}

    Next AT_ONCE = new AtOnce();
}
