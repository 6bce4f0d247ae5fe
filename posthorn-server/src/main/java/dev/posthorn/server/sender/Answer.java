package dev.posthorn.server.sender;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptOutcome.Delivered;
import dev.posthorn.core.attempt.AttemptOutcome.Rejected;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.retry.RetryAfter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** An answer as it comes in: its head decides the outcome, the beginning of its body is kept. */
final class Answer {
    private static final byte[] NO_BYTES = {};

    private final HttpClientResponse head;
    private byte[] kept = NO_BYTES;
    private int keptBytes;
    private long bytes;
    private long charged;

    Answer(HttpClientResponse head) {
        this.head = head;
    }

    /** Takes the next piece of the body; false when there has been too much to read on. */
    boolean add(Buffer piece) {
        bytes += piece.length();
        charged += Math.max(piece.length(), Limits.LEAST_PIECE_BYTES);
        int room = Math.min(Limits.KEPT_BODY_BYTES - keptBytes, piece.length());
        if (room > 0) {
            keep(piece, room);
        }
        return charged <= Limits.DRAINED_BODY_BYTES;
    }

    /** Whether the receiver lets the connection live, its answer once read to the end. */
    boolean keepsConnection() {
        return head.statusCode() != 101
                && (head.version() == HttpVersion.HTTP_2
                        || (head.version() == HttpVersion.HTTP_1_1 && !saysClose(head.headers())));
    }

    /** {@code nowMs}: milliseconds since 1970, for a {@code Retry-After} that is a date. */
    AttemptOutcome outcome(long nowMs) {
        int status = head.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        String wish = head.getHeader(HttpHeaders.RETRY_AFTER);
        return new Rejected(
                status, wish == null ? null : RetryAfter.parse(wish, nowMs).orElse(null));
    }

    /** {@code complete}: whether the body was read to its end. */
    Response response(boolean complete) {
        byte[] body = keptBytes == kept.length ? kept : Arrays.copyOf(kept, keptBytes);
        return new Response(head.statusCode(), keptHeaders(), body, !complete || bytes > keptBytes);
    }

    private void keep(Buffer piece, int length) {
        if (keptBytes + length > kept.length) {
            // Most bodies come in one piece and are kept in an array of just that size.
            int size = Math.max(keptBytes + length, 2 * kept.length);
            kept = Arrays.copyOf(kept, Math.min(size, Limits.KEPT_BODY_BYTES));
        }
        piece.getBytes(0, length, kept, keptBytes);
        keptBytes += length;
    }

    private String[] keptHeaders() {
        MultiMap headers = head.headers();
        String[] pairs = new String[2 * Math.min(headers.size(), Limits.KEPT_HEADERS)];
        int used = 0;
        int chars = 0;
        for (Map.Entry<String, String> header : headers) {
            chars += header.getKey().length() + header.getValue().length();
            if (used == pairs.length || chars > Limits.KEPT_HEADER_CHARS) {
                break;
            }
            pairs[used] = header.getKey();
            pairs[used + 1] = header.getValue();
            used += 2;
        }
        return used == pairs.length ? pairs : Arrays.copyOf(pairs, used);
    }

    private static boolean saysClose(MultiMap headers) {
        String connection = headers.get(HttpHeaders.CONNECTION);
        return connection != null && connection.toLowerCase(Locale.ROOT).contains("close");
    }
}
