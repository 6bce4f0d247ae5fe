package dev.posthorn.bench.receive;

import dev.posthorn.bench.ledger.Ledger;
import dev.posthorn.bench.wire.Listener;
import dev.posthorn.bench.wire.Loop;

/** All endpoints of the rig behind one port; endpoint 17 is {@code /e/17}. */
public final class Receiver {
    private final Listener listener;

    private Receiver(Listener listener) {
        this.listener = listener;
    }

    /**
     * Starts listening on a free port of 127.0.0.1.
     *
     * @param sampleEvery of so many arrivals one has its signature verified; 0 verifies none, for
     *     the bare pipeline, which does not sign
     */
    public static Receiver open(Loop loop, Ledger ledger, int sampleEvery) {
        return new Receiver(
                Listener.open(
                        loop,
                        channel -> new ReceiverConnection(loop, channel, ledger, sampleEvery)));
    }

    public int port() {
        return listener.port();
    }

    public String url(int endpoint) {
        return "http://127.0.0.1:" + port() + "/e/" + endpoint;
    }
}
