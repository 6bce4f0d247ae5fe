package dev.posthorn.server.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A name server on loopback, over UDP, that knows the few names it was told. */
public final class ScriptedNameServer implements AutoCloseable {
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int NO_ERROR = 0;
    private static final int SERVER_FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;

    private record Records(int seconds, List<InetAddress> addresses) {}

    private final DatagramSocket socket;
    private final Map<String, Records> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    public ScriptedNameServer() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    public void knows(String name, int seconds, InetAddress... addresses) {
        known.put(name, new Records(seconds, List.of(addresses)));
    }

    /** Fails when asked for the name, or says nothing at all. */
    public void fails(String name, boolean silently) {
        failing.put(name, silently);
    }

    /** Every name it was asked for, once per query. */
    public Queue<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            DatagramPacket query = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(query);
                answer(query);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(DatagramPacket query) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(query.getData(), 0, query.getLength());
        short id = bytes.getShort(0);
        bytes.position(12);
        String name = name(bytes);
        int type = bytes.getShort();
        asked.add(name);
        Boolean silently = failing.get(name);
        if (silently == null || !silently) {
            byte[] answer = answer(id, name, type, silently != null);
            socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
        }
    }

    private byte[] answer(short id, String name, int type, boolean fails) throws IOException {
        Records records = known.get(name);
        int code = fails ? SERVER_FAILURE : records == null ? NO_SUCH_NAME : NO_ERROR;
        List<InetAddress> addresses = records == null ? List.of() : ofType(records, type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(0x8180 | code);
        out.writeShort(1);
        out.writeShort(addresses.size());
        out.writeInt(0);
        writeName(out, name);
        out.writeShort(type);
        out.writeShort(1);
        for (InetAddress address : addresses) {
            writeName(out, name);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(records.seconds);
            out.writeShort(address.getAddress().length);
            out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    private static List<InetAddress> ofType(Records records, int type) {
        int length = type == A ? 4 : type == AAAA ? 16 : 0;
        return records.addresses.stream().filter(a -> a.getAddress().length == length).toList();
    }

    private static String name(ByteBuffer bytes) {
        StringBuilder name = new StringBuilder();
        int length = bytes.get();
        while (length > 0) {
            byte[] label = new byte[length];
            bytes.get(label);
            name.append(name.isEmpty() ? "" : ".");
            name.append(new String(label, StandardCharsets.US_ASCII));
            length = bytes.get();
        }
        return name.toString();
    }

    private static void writeName(DataOutputStream out, String name) throws IOException {
        for (String label : name.split("\\.", -1)) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
    }
}
