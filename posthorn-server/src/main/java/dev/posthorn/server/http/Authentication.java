package dev.posthorn.server.http;

/** What came of a token. */
public sealed interface Authentication {
    record Accepted(Caller caller) implements Authentication {}

    /** No key of ours, or one that is no longer accepted: 401, and no more is said. */
    record Unknown() implements Authentication {}

    /** The key is right and its organisation may not be used: 403. */
    record Barred(String message) implements Authentication {}
}
