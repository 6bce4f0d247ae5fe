package dev.posthorn.server.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port nobody listens on at the moment. */
final class FreePort {
    private FreePort() {}

    static int on(String host) {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotListenException(host, e);
        }
    }
}
