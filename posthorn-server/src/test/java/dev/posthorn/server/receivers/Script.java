package dev.posthorn.server.receivers;

import java.io.IOException;

/** What a receiver does with one connection. The connection is closed when it returns. */
@FunctionalInterface
public interface Script {
    void play(Conversation conversation) throws IOException;

    /** Answers every request with the same bytes, until the other side closes. */
    static Script answering(String answer) {
        return conversation -> {
            while (conversation.readRequest()) {
                conversation.send(answer);
            }
        };
    }

    /** Answers one request with the bytes and closes. */
    static Script answeringOnce(String answer) {
        return conversation -> {
            conversation.readRequest();
            conversation.send(answer);
        };
    }

    /** Answers every request with this status and no body. */
    static Script status(int status) {
        return answering("HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\n\r\n");
    }
}
