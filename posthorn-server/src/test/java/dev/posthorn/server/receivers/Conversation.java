package dev.posthorn.server.receivers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection in the hands of a script. */
public final class Conversation {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<ReceivedRequest> received;
    private final CountDownLatch closing;

    Conversation(Socket socket, Consumer<ReceivedRequest> received, CountDownLatch closing)
            throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.received = received;
        this.closing = closing;
        socket.setTcpNoDelay(true);
    }

    /** Reads one request to its end; false when the other side closed instead. */
    public boolean readRequest() throws IOException {
        List<String> head = readHead();
        if (head.isEmpty()) {
            return false;
        }
        int length =
                new ReceivedRequest(head, new byte[0])
                        .header("Content-Length")
                        .map(Integer::parseInt)
                        .orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("body broke off");
        }
        received.accept(new ReceivedRequest(head, body));
        return true;
    }

    /** Reads no more than request line and headers. */
    public List<String> readHead() throws IOException {
        List<String> lines = new ArrayList<>();
        String line = readLine();
        while (!line.isEmpty()) {
            lines.add(line);
            line = readLine();
        }
        return lines;
    }

    /** The next so many bytes; fails when the other side closed before. */
    public byte[] read(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("closed after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    /** Sends characters as bytes of ISO 8859-1. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends one byte at a time, with a pause before each. */
    public void drip(String text, Duration pause) throws IOException {
        for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (isClosedWithin(pause)) {
                return;
            }
            send(new byte[] {one});
        }
    }

    /** Does nothing until the other side closes or the receiver is closed. */
    public void hang() throws IOException {
        while (in.read() >= 0) {
            // What comes meanwhile is of no interest.
        }
    }

    /** Does nothing, and reads nothing either, until the receiver is closed. */
    public void ignore() {
        isClosedWithin(Duration.ofMinutes(5));
    }

    /** Lets time pass, unless the receiver is closed before. */
    public void pause(Duration time) {
        isClosedWithin(time);
    }

    /** Ends the connection with a reset instead of a goodbye. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Carries bytes both ways between this connection and {@code address}, until one closes. */
    public void tunnel(InetSocketAddress address) throws IOException {
        try (Socket far = new Socket()) {
            far.connect(address);
            Thread back = Thread.ofVirtual().start(() -> copyQuietly(far));
            in.transferTo(far.getOutputStream());
            far.shutdownOutput();
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyQuietly(Socket far) {
        try {
            far.getInputStream().transferTo(out);
            socket.shutdownOutput();
        } catch (IOException over) {
            // Either end went away, which ends the tunnel.
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != '\n') {
            if (read != '\r') {
                line.write(read);
            }
            read = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
