package dev.posthorn.server.health;

import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.health.HealthRules;
import dev.posthorn.core.health.HealthStore;
import dev.posthorn.core.operational.OperationalIngest;
import dev.posthorn.core.statistics.StatisticsStore;
import dev.posthorn.core.store.Journal;
import java.time.Duration;
import java.time.InstantSource;

/** The watch over endpoints, put together. Runs until it is closed. */
public final class Health implements AutoCloseable {
    private final HealthDesk desk;
    private final HealthRounds rounds;
    private final HealthLoop loop;

    /** {@code disableAfter}: the setting. */
    public Health(
            Duration disableAfter,
            Configuration configuration,
            StatisticsStore statistics,
            HealthStore healths,
            OperationalIngest ingest,
            Journal journal,
            InstantSource clock) {
        Directory directory = configuration.directory();
        desk =
                new HealthDesk(
                        new HealthRules(disableAfter),
                        healths,
                        directory.endpoints(),
                        clock::millis);
        rounds =
                new HealthRounds(
                        desk,
                        new ObservationWriter(statistics, healths),
                        new Sums(id -> directory.endpoint(id).map(Endpoint::organisation)),
                        new GiveUp(configuration, disableAfter),
                        new Announcer(desk, ingest, journal),
                        clock);
        loop = new HealthLoop(rounds);
    }

    /** To be told of commits, changes and what is missed. */
    public HealthDesk desk() {
        return desk;
    }

    /** Writes and announces what is left. */
    @Override
    public void close() {
        loop.close();
    }
}
