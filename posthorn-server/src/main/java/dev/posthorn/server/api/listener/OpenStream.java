package dev.posthorn.server.api.listener;

import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.http.ResponseStream;
import dev.posthorn.server.listener.ListenerRequest;
import dev.posthorn.server.listener.ListenerStream;
import java.util.function.BooleanSupplier;

/** A connection of a listener, written to line by line. */
final class OpenStream implements ListenerStream {
    /** Signs of life that may pass without a byte being taken: then nobody reads any more. */
    private static final int MAX_STUCK_BEATS = 3;

    private final ResponseStream out;
    private final Documents documents;
    private final BooleanSupplier admitted;
    private long unsentAtBeat;
    private int stuckBeats;

    /** {@code admitted}: whether its caller may still listen; asked now and then. */
    OpenStream(ResponseStream out, Documents documents, BooleanSupplier admitted) {
        this.out = out;
        this.documents = documents;
        this.admitted = admitted;
    }

    @Override
    public void send(ListenerRequest request) {
        out.write(StreamLine.request(request, documents));
    }

    @Override
    public void beat() {
        if (!admitted.getAsBoolean()) {
            end("the key may not listen any more");
            return;
        }
        long unsent = out.unsentBytes();
        stuckBeats = unsent > 0 && unsent >= unsentAtBeat ? stuckBeats + 1 : 0;
        unsentAtBeat = unsent;
        if (stuckBeats >= MAX_STUCK_BEATS) {
            out.cut();
        } else {
            out.write(StreamLine.beat(documents));
        }
    }

    @Override
    public long unsentBytes() {
        return out.unsentBytes();
    }

    @Override
    public void end(String why) {
        out.write(StreamLine.end(why, documents));
        out.end();
    }
}
