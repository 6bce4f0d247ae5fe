package dev.posthorn.server.http;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a handler threw into an answer that says nothing of our insides. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Response answerTo(Throwable thrown, String asked) {
        if (thrown instanceof RefusedException refused) {
            return Response.of(refused.error());
        }
        String id = UUID.randomUUID().toString();
        LOG.error("{} failed, told the caller {}", asked, id, thrown);
        return Response.of(ApiError.internal(id));
    }
}
