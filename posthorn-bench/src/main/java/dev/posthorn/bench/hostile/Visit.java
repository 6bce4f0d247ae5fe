package dev.posthorn.bench.hostile;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection to a hostile receiver. */
final class Visit {
    /** Nobody stays longer than any delivery may take. */
    private static final int MOST_MS = 20_000;

    private static final int REQUEST_BYTES = 4096;
    private static final long DRIP_MS = 100;

    private final Socket socket;
    private final CountDownLatch closing;

    Visit(Socket socket, CountDownLatch closing) throws IOException {
        this.socket = socket;
        this.closing = closing;
        socket.setSoTimeout(MOST_MS);
    }

    /** The beginning of the request, which is enough to be hostile. */
    void readSome() throws IOException {
        var _ = socket.getInputStream().read(new byte[REQUEST_BYTES]);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Until the other side has had enough. */
    void repeat(String piece) throws IOException {
        byte[] many = piece.repeat(1024).getBytes(StandardCharsets.ISO_8859_1);
        while (closing.getCount() > 0) {
            socket.getOutputStream().write(many);
        }
    }

    void drip(String text) throws IOException {
        for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (isClosedWithin(DRIP_MS)) {
                return;
            }
            socket.getOutputStream().write(one);
        }
    }

    /** Reads and says nothing, until the other side gives up. */
    void hang() throws IOException {
        while (socket.getInputStream().read(new byte[REQUEST_BYTES]) >= 0) {
            // What comes is of no interest.
        }
    }

    /** Does not even read. */
    void ignore() {
        isClosedWithin(MOST_MS);
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
