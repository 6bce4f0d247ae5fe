package dev.posthorn.server.dns;

import java.util.function.Consumer;

/** Looks up host names. Belongs to one loop: called there, answers there. */
public interface NameLookup {
    /**
     * Starts a look-up and returns. {@code answer} is called exactly once, at once when the answer
     * is known. The name is taken as fully qualified: no search domain is ever put behind it.
     */
    void lookup(String name, Consumer<NameAnswer> answer);
}
