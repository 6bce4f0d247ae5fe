package dev.posthorn.cli.server;

import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;

/** Starts servers inside this process. */
public interface ServerStarter {
    Running start(Settings settings);

    ServerStarter EMBEDDED = settings -> new EmbeddedServer(Posthorn.start(settings));

    /** A server that runs until it is closed; closing drains it. */
    interface Running extends AutoCloseable {
        /** The port it listens on. */
        int port();

        String adminToken();

        Path dataFolder();

        @Override
        void close();
    }
}
