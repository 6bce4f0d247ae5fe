package dev.posthorn.server.store.row;

import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Timings;

/**
 * An attempt in the {@code detail} columns, about 150 bytes for an ordinary answer: format byte
 * (1), number, trigger, start, revision, SHA-256 of the body, outcome, timings, address, message,
 * answer. An instance writes for one thread; {@link #decode} is free of state.
 */
public final class AttemptCodec {
    private static final int FORMAT = 1;
    private static final int SHA256_BYTES = 32;

    private final BlobWriter blob = new BlobWriter();

    public byte[] encode(AttemptRecord attempt) {
        Exchange exchange = attempt.exchange();
        blob.number(FORMAT);
        blob.number(attempt.number());
        blob.number(Codes.of(attempt.trigger()));
        blob.number(attempt.startedMs());
        blob.number(attempt.endpointRevision());
        blob.raw(attempt.bodySha256());
        OutcomeCodec.write(exchange.outcome(), blob);
        write(exchange.timings());
        blob.text(exchange.ip());
        blob.text(exchange.message());
        ResponseCodec.write(exchange.response(), blob);
        return blob.take();
    }

    public static AttemptRecord decode(byte[] detail) {
        BlobReader blob = new BlobReader(detail);
        long format = blob.number();
        if (format != FORMAT) {
            throw new IllegalStateException("attempt detail of unknown format " + format);
        }
        return new AttemptRecord(
                blob.count(),
                Codes.trigger(blob.count()),
                blob.number(),
                blob.count(),
                blob.raw(SHA256_BYTES),
                exchange(blob));
    }

    private static Exchange exchange(BlobReader blob) {
        var outcome = OutcomeCodec.read(blob);
        var timings = timings(blob);
        String ip = blob.text();
        String message = blob.text();
        return new Exchange(outcome, ResponseCodec.read(blob), timings, ip, message);
    }

    /** One more than the value: -1 stands for a step that did not happen. */
    private void write(Timings timings) {
        blob.number(timings.dnsMicros() + 1L);
        blob.number(timings.connectMicros() + 1L);
        blob.number(timings.tlsMicros() + 1L);
        blob.number(timings.firstByteMicros() + 1L);
        blob.number(timings.totalMicros() + 1L);
    }

    private static Timings timings(BlobReader blob) {
        return new Timings(
                blob.count() - 1,
                blob.count() - 1,
                blob.count() - 1,
                blob.count() - 1,
                blob.count() - 1);
    }
}
