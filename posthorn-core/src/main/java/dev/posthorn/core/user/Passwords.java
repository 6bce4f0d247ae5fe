package dev.posthorn.core.user;

/** Makes and checks hashes of passwords. Slow on purpose: never on an event loop. */
public interface Passwords {
    /** Salted, with everything needed to check it later. */
    String hash(String password);

    boolean matches(String password, String hash);

    /** Takes as long as {@link #matches}, so that unknown accounts cannot be told by the clock. */
    void pretend(String password);
}
