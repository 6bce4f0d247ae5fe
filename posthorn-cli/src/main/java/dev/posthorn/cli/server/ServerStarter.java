package dev.posthorn.cli.server;

import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** Starts servers inside this process. */
public interface ServerStarter {
    Running start(Settings settings);

    /** The real one; tests of commands hand in their own. */
    ServerStarter EMBEDDED = settings -> new Embedded(Posthorn.start(settings));

    /** A server that runs until it is closed; closing drains it. */
    interface Running extends AutoCloseable {
        /** The port it listens on. */
        int port();

        String adminToken();

        Path dataFolder();

        /** As {@link Posthorn#firstLink}. */
        Optional<String> firstLink();

        @Override
        void close();
    }

    /** Passes everything on. */
    record Embedded(Posthorn posthorn) implements Running {
        @Override
        public int port() {
            return posthorn.port();
        }

        @Override
        public String adminToken() {
            return posthorn.adminToken();
        }

        @Override
        public Path dataFolder() {
            return posthorn.dataFolder();
        }

        @Override
        public Optional<String> firstLink() {
            return posthorn.firstLink();
        }

        @Override
        public void close() {
            posthorn.close();
        }
    }
}
