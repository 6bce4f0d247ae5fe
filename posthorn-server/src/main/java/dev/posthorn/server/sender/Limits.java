package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.Response;
import java.time.Duration;

/** What a receiver may use up, and how long connections live. */
final class Limits {
    /** Bytes of an answer's body that are kept for the log. */
    static final int KEPT_BODY_BYTES = Response.MAX_BODY_BYTES;

    /** Beyond it a new connection is cheaper than reading the rest to keep this one. */
    static final int DRAINED_BODY_BYTES = 256 * 1024;

    /**
     * A piece of a body counts as so many bytes at least: one in tiny chunks costs us for the
     * chunks, not for the bytes in them.
     */
    static final int LEAST_PIECE_BYTES = 64;

    /** Twice what common servers send at most; also bounds chunk sizes and trailers. */
    static final int HEADER_BYTES = 32 * 1024;

    static final int STATUS_LINE_BYTES = 4 * 1024;

    /** Headers kept for the log, and their characters in all. */
    static final int KEPT_HEADERS = 64;

    static final int KEPT_HEADER_CHARS = 8 * 1024;

    /** Interim answers (1xx) before the real one; a sane receiver sends one or two. */
    static final int INTERIM_ANSWERS = 8;

    /**
     * Many receivers close after 5 s: leave first, so that no request meets a closing connection.
     */
    static final Duration IDLE = Duration.ofSeconds(4);

    /** A connection outlives neither a change of address nor of policy for long. */
    static final Duration LIFE = Duration.ofSeconds(60);

    /** A host that takes longer for one handshake is as good as down. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    static final Duration TLS_TIMEOUT = Duration.ofSeconds(10);

    /** Addresses of one name tried for one exchange. */
    static final int ADDRESSES_TRIED = 3;

    /** Requests at once on one HTTP/2 connection, if the receiver allows as many. */
    static final int STREAMS = 100;

    /** Scheme, host and port triples whose parts and connections are remembered. */
    static final int ORIGINS = 20_000;

    private Limits() {}
}
