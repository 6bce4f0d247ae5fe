package dev.posthorn.server.http;

import dev.posthorn.core.log.LogUnavailableException;
import dev.posthorn.core.store.StoreUnavailableException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a handler threw into an answer that says nothing of our insides. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Response answerTo(Throwable thrown, String asked) {
        return switch (thrown) {
            case RefusedException refused -> Response.of(refused.error());
            case LogUnavailableException _ -> Response.of(unreadable());
            case StoreUnavailableException unwritable -> unwritable(unwritable, asked);
            default -> broken(thrown, asked);
        };
    }

    private static ApiError unreadable() {
        return ApiError.unavailable("The log cannot be read at the moment; try again.");
    }

    private static Response unwritable(StoreUnavailableException thrown, String asked) {
        LOG.warn("{} could not be written down: {}", asked, thrown.getMessage());
        return Response.of(
                ApiError.unavailable("Nothing can be written at the moment; try again."));
    }

    private static Response broken(Throwable thrown, String asked) {
        String id = UUID.randomUUID().toString();
        LOG.error("{} failed, told the caller {}", asked, id, thrown);
        return Response.of(ApiError.internal(id));
    }
}
