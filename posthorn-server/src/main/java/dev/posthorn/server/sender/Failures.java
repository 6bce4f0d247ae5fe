package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Fault;
import dev.posthorn.core.attempt.AttemptOutcome.TimedOut;
import dev.posthorn.core.attempt.AttemptOutcome.Unreachable;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Says what an exception of the network means. Whether a port was refused, filtered or closed at
 * once reads the same: the log is no port scanner.
 */
final class Failures {
    /** The code of HTTP/2 for a request the receiver promises not to have looked at. */
    private static final long REFUSED_STREAM = 7;

    private Failures() {}

    /** No connection came about. */
    static AttemptOutcome connecting(Throwable failure, Origin origin) {
        if (find(failure, ConnectTimeoutException.class).isPresent()) {
            return new TimedOut(Limits.CONNECT_TIMEOUT);
        }
        if (find(failure, SslHandshakeTimeoutException.class).isPresent()) {
            return new TimedOut(Limits.TLS_TIMEOUT);
        }
        if (find(failure, SSLException.class).isPresent()) {
            return TlsFailures.outcome(failure, origin);
        }
        return new Unreachable(
                Fault.CONNECTION_REFUSED,
                "No connection could be made to " + origin.hostHeader() + ".");
    }

    /** A connection was there, but no answer came over it. */
    static AttemptOutcome exchanging(Throwable failure, Origin origin) {
        if (find(failure, SSLException.class).isPresent()) {
            return TlsFailures.outcome(failure, origin);
        }
        if (failure instanceof UnsendableRequest) {
            return new Unreachable(
                    Fault.OTHER, "The request cannot be sent: " + failure.getMessage() + ".");
        }
        if (isNotHttp(failure)) {
            return new Unreachable(
                    Fault.PROTOCOL, "What " + origin.hostHeader() + " answered is not valid HTTP.");
        }
        return new Unreachable(
                Fault.CONNECTION_RESET,
                origin.hostHeader() + " ended the connection before it answered.");
    }

    /** Whether the receiver cannot have acted on the request, if no byte of an answer came. */
    static boolean isClosed(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof IOException
                || (failure instanceof StreamResetException reset
                        && reset.getCode() == REFUSED_STREAM);
    }

    private static boolean isNotHttp(Throwable failure) {
        return !(failure instanceof IOException
                || failure instanceof HttpClosedException
                || failure instanceof PrematureChannelClosureException
                || failure instanceof StreamResetException);
    }

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
