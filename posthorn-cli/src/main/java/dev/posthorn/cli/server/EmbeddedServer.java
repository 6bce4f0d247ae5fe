package dev.posthorn.cli.server;

import dev.posthorn.server.Posthorn;
import java.nio.file.Path;
import java.util.Optional;

/** A node inside this process. */
record EmbeddedServer(Posthorn node) implements ServerStarter.Running {
    @Override
    public int port() {
        return node.port();
    }

    @Override
    public String adminToken() {
        return node.adminToken();
    }

    @Override
    public Path dataFolder() {
        return node.dataFolder();
    }

    @Override
    public Optional<String> firstLink() {
        return node.firstLink();
    }

    @Override
    public void close() {
        node.close();
    }
}
