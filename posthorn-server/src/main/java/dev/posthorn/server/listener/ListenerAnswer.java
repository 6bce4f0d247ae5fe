package dev.posthorn.server.listener;

import dev.posthorn.core.attempt.Response;

/** What a listener says became of a request. */
public sealed interface ListenerAnswer {
    long number();

    /** What its program answered. */
    record Answered(long number, Response response) implements ListenerAnswer {}

    /** Its program could not be asked. {@code why}: a sentence for a person. */
    record Failed(long number, String why) implements ListenerAnswer {}
}
