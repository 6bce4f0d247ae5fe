package dev.posthorn.bench.hostile;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.plan.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param attempts at hostile receivers
 * @param endpoints hostile ones; few failures each, or their lanes would only probe
 * @param rate events per second for the honest ones
 * @param duration of each of the two measurements
 * @param heap of the server, as after {@code -Xmx}
 */
record HostilePlan(
        int attempts,
        int endpoints,
        double rate,
        Duration warmUp,
        Duration duration,
        String heap,
        Path folder) {
    private static final int CONNECTIONS = 8;

    /** Few, so that attempts come evenly and not all at one moment. */
    private static final int GROUP = 20;

    private static final int HONEST = 20;
    private static final int EVENT_BYTES = 512;

    /** Hostile ones hang for the whole of it. */
    private static final String TIMEOUT = "delivery-timeout=5s";

    /** For the honest ones. */
    Load load() {
        return new Load(rate, CONNECTIONS, 1, new Fan(HONEST, 1), 1, EVENT_BYTES, false, true);
    }

    /** Endpoints of the same group get the same events. */
    int groups() {
        return Math.ceilDiv(endpoints, GROUP);
    }

    /** Events that make so many attempts, each for one group. */
    int events() {
        return Math.ceilDiv(attempts, endpoints) * groups();
    }

    List<String> serverSettings() {
        return List.of(TIMEOUT);
    }
}
