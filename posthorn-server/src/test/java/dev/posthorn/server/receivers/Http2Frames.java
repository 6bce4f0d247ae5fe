package dev.posthorn.server.receivers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of HTTP/2 by hand (RFC 9113), for receivers that use them badly. */
public final class Http2Frames {
    private static final int PREFACE_BYTES = 24;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int END_HEADERS = 4;
    private static final int END_STREAM = 1;

    private final Conversation conversation;

    public Http2Frames(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Reads the client's preface and answers with settings. */
    public void begin() throws IOException {
        conversation.read(PREFACE_BYTES);
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** Reads frames up to the next request's headers; its stream. */
    public int nextRequest() throws IOException {
        while (true) {
            ByteBuffer head = ByteBuffer.wrap(conversation.read(9));
            int length = (head.getShort(0) & 0xffff) << 8 | (head.get(2) & 0xff);
            conversation.read(length);
            if (head.get(3) == HEADERS) {
                return head.getInt(5);
            }
        }
    }

    /** Headers with a status alone. */
    public void status(int stream, int status, boolean last) throws IOException {
        byte[] digits = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x08); // HPACK: a literal for :status, not to be remembered.
        block.write(digits.length);
        block.writeBytes(digits);
        frame(HEADERS, END_HEADERS | (last ? END_STREAM : 0), stream, block.toByteArray());
    }

    public void reset(int stream, int code) throws IOException {
        frame(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
    }

    /** Streams after {@code last} were not looked at. */
    public void goAway(int last) throws IOException {
        frame(GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(last).putInt(0).array());
    }

    public void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        conversation.send(frame.array());
    }
}
