package dev.posthorn.server;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.server.listener.ListenerLimits;
import dev.posthorn.server.listener.ListenerLines;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listeners on the engine's loop; ends the endpoints of those that do not come back. */
final class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Vertx vertx;
    private final Context loop;
    private final InstantSource clock;
    private final ListenerLines lines;

    Listening(Vertx vertx, Context loop, InstantSource clock) {
        this.vertx = vertx;
        this.loop = loop;
        this.clock = clock;
        this.lines =
                new ListenerLines(
                        work -> loop.runOnContext(_ -> work.run()), System::nanoTime, clock);
    }

    ListenerLines lines() {
        return lines;
    }

    /**
     * Expects those that an earlier life left behind: they may go on where they were. {@code
     * blocking} runs what writes configuration.
     */
    void begin(ListenerAdministration listeners, Executor blocking) {
        listeners.open().forEach(lines::expect);
        loop.runOnContext(_ ->
                vertx.setPeriodic(ListenerLimits.TICK.toMillis(), _ -> step(listeners, blocking)));
    }

    private void step(ListenerAdministration listeners, Executor blocking) {
        for (EndpointId gone : lines.step()) {
            blocking.execute(() -> end(gone, listeners));
        }
    }

    /** What cannot be written now is tried again when the listener is found gone once more. */
    private void end(EndpointId gone, ListenerAdministration listeners) {
        try {
            listeners.end(gone, Actor.POSTHORN, clock.millis());
        } catch (RuntimeException e) {
            LOG.warn("the endpoint of listener {} could not be deactivated", gone.seq(), e);
        }
    }
}
