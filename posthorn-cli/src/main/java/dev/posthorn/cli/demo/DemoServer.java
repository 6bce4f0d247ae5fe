package dev.posthorn.cli.demo;

import dev.posthorn.cli.server.ServerStarter;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A server in a temporary folder, which goes with it. */
final class DemoServer implements AutoCloseable {
    private static final int USUAL_PORT = 8080;

    private final Path folder;
    private final ServerStarter.Running running;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoServer(Path folder, ServerStarter.Running running) {
        this.folder = folder;
        this.running = running;
    }

    static DemoServer start(ServerStarter servers) {
        try {
            Path folder = Files.createTempDirectory("posthorn-demo-");
            try {
                return new DemoServer(folder, servers.start(settings(folder)));
            } catch (RuntimeException e) {
                delete(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Settings settings(Path folder) {
        return DevMode.of(
                Settings.standard()
                        .with(Known.LISTEN, "127.0.0.1:" + (isFree(USUAL_PORT) ? USUAL_PORT : 0))
                        .with(Known.DATA, folder.toString())
                        // A few kilobytes are written: a nearly full disk is no reason to refuse.
                        .with(Known.MIN_FREE_DISK, "1MiB"));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + running.port();
    }

    String adminToken() {
        return running.adminToken();
    }

    Path folder() {
        return folder;
    }

    /** May be called twice. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        running.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
