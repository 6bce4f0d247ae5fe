package dev.posthorn.server.receivers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;

/** Proxies that tell what they were asked for and lead there. */
public final class Proxies {
    private static final byte SOCKS = 5;
    private static final byte IPV4 = 1;
    private static final byte NAME = 3;

    private Proxies() {}

    /** HTTP {@code CONNECT}; {@code asked} gets each request's lines as one text. */
    public static Script http(Queue<String> asked) {
        return conversation -> {
            List<String> head = conversation.readHead();
            asked.add(String.join("\n", head));
            String authority = head.getFirst().split(" ", -1)[1];
            int colon = authority.lastIndexOf(':');
            conversation.send("HTTP/1.1 200 Connection established\r\n\r\n");
            conversation.tunnel(
                    new InetSocketAddress(
                            authority.substring(0, colon),
                            Integer.parseInt(authority.substring(colon + 1))));
        };
    }

    /** SOCKS 5 without a password; {@code asked} gets {@code address:port} or {@code name:port}. */
    public static Script socks5(Queue<String> asked) {
        return conversation -> {
            int methods = conversation.read(2)[1];
            conversation.read(methods);
            conversation.send(new byte[] {SOCKS, 0});
            byte kind = conversation.read(4)[3];
            String host = host(conversation, kind);
            int port = ByteBuffer.wrap(conversation.read(2)).getShort() & 0xffff;
            asked.add(host + ":" + port);
            conversation.send(new byte[] {SOCKS, 0, 0, IPV4, 0, 0, 0, 0, 0, 0});
            conversation.tunnel(new InetSocketAddress(host, port));
        };
    }

    private static String host(Conversation conversation, byte kind) throws IOException {
        if (kind == NAME) {
            return new String(
                    conversation.read(conversation.read(1)[0]), StandardCharsets.US_ASCII);
        }
        return InetAddress.getByAddress(conversation.read(kind == IPV4 ? 4 : 16)).getHostAddress();
    }
}
