package dev.posthorn.client;

import java.io.IOException;
import java.net.ConnectException;

/** What came of sending a call once. */
sealed interface Answer {
    /** Whether the same call may be sent again. */
    boolean mayRepeat(Call call);

    /** How long the server asked to wait, 0 if it did not. */
    long retryAfterSeconds();

    PosthornException failure();

    /** A 2xx. */
    record Accepted(int status, byte[] body) implements Answer {
        @Override
        public boolean mayRepeat(Call call) {
            return false;
        }

        @Override
        public long retryAfterSeconds() {
            return 0;
        }

        @Override
        public PosthornException failure() {
            throw new IllegalStateException("accepted with status " + status);
        }
    }

    /** Any other status. Nothing happened on 429; on a 5xx the server does not know. */
    record Refused(int status, long retryAfterSeconds, byte[] body) implements Answer {
        @Override
        public boolean mayRepeat(Call call) {
            return status == 429 || (status >= 500 && call.repeatable());
        }

        @Override
        public PosthornException failure() {
            return Json.refusal(status, body);
        }
    }

    /** No answer. Nothing happened if there was no connection; otherwise nobody knows. */
    record Lost(IOException cause, String url) implements Answer {
        @Override
        public boolean mayRepeat(Call call) {
            return call.repeatable() || cause instanceof ConnectException;
        }

        @Override
        public long retryAfterSeconds() {
            return 0;
        }

        @Override
        public PosthornException failure() {
            String what =
                    cause instanceof ConnectException
                            ? "nothing answers at " + url
                            : "the connection to " + url + " was lost: " + cause.getMessage();
            return PosthornException.unreachable(what, cause);
        }
    }
}
