package dev.posthorn.cli.endtoend;

import dev.posthorn.client.PosthornClient;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;

/** A server of this JVM on a free port, with its store in a folder. */
record Node(Posthorn posthorn, PosthornClient client) implements AutoCloseable {
    static Node start(Path data) {
        return start(data, 0);
    }

    /** {@code port}: 0 for any free one. */
    static Node start(Path data, int port) {
        Posthorn posthorn =
                Posthorn.start(
                        DevMode.of(
                                Settings.standard()
                                        .with(Known.LISTEN, "127.0.0.1:" + port)
                                        .with(Known.DATA, data.toString())
                                        // A test writes little: a full disk is no reason to fail.
                                        .with(Known.MIN_FREE_DISK, "1MiB")));
        return new Node(posthorn, new PosthornClient(url(posthorn), posthorn.adminToken()));
    }

    private static String url(Posthorn posthorn) {
        return "http://127.0.0.1:" + posthorn.port();
    }

    String url() {
        return url(posthorn);
    }

    String token() {
        return posthorn.adminToken();
    }

    @Override
    public void close() {
        posthorn.close();
    }
}
