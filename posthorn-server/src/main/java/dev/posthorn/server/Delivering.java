package dev.posthorn.server;

import dev.posthorn.core.directory.AuditedConfigStore;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpointtest.EndpointTester;
import dev.posthorn.core.endpointtest.TestListener;
import dev.posthorn.core.endpointtest.TestPorts;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.lane.DispatchLimits;
import dev.posthorn.core.lane.RuleBook;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.operational.OperationalIngest;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.shard.HeldShards;
import dev.posthorn.core.shard.ShardId;
import dev.posthorn.server.dns.NettyLookup;
import dev.posthorn.server.engine.EndpointWatch;
import dev.posthorn.server.engine.Engine;
import dev.posthorn.server.engine.FullWarning;
import dev.posthorn.server.engine.LoopTests;
import dev.posthorn.server.engine.Retests;
import dev.posthorn.server.health.Health;
import dev.posthorn.server.health.HealthDesk;
import dev.posthorn.server.listener.ListenerSender;
import dev.posthorn.server.sample.SampleReceiver;
import dev.posthorn.server.sample.SampleSender;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.sqlite.SqliteLeaseTable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine with its way out, and the tests of endpoints, which go the same way. */
final class Delivering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    /** Longer than a request usually takes; what still hangs then is sent again after the start. */
    private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(20);

    /** Payloads waiting in lanes, and payloads under way, may each fill this part of the heap. */
    private static final int SHARE_OF_HEAP = 8;

    private static final int MAX_READY = 50_000;

    /** The one node of an embedded database; the next process on the folder is the same node. */
    static final String NODE = "embedded";

    private static final Duration LEASE = Duration.ofDays(3650);

    private final Settings settings;
    private final Storage storage;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DispatchLimits limits;
    private final FullEndpoints full;
    private final Workers workers = new Workers();
    private final Listening listening;
    private final Outgoing outgoing;
    private final Sender sender;
    private final Configuration configuration;
    private final Engine engine;
    private final Retests retests;
    private final LoopTests tests;
    private boolean drained;
    private final Health health;

    Delivering(
            Vertx vertx,
            BiFunction<Vertx, Context, NettyLookup> names,
            Settings settings,
            Storage storage,
            SecureRandom random,
            InstantSource clock) {
        this.settings = settings;
        this.storage = storage;
        this.clock = clock;
        this.random = random;
        this.limits = limits(settings);
        int most = settings.get(Known.MAX_PENDING_PER_ENDPOINT);
        this.full = new FullEndpoints(most, new FullWarning(most, storage.ids(), clock::millis));
        Context loop = Loops.context(vertx);
        EndpointNews news = new EndpointNews();
        configuration = configuration(news);
        listening = new Listening(vertx, loop, clock);
        outgoing =
                Outgoing.open(
                        vertx,
                        loop,
                        names.apply(vertx, loop),
                        settings,
                        storage,
                        configuration.directory().ownProfiles());
        sender = sender(loop);
        engine = engine(vertx, loop);
        health = watching();
        retests = Retests.on(vertx, engine, configuration.directory(), clock::millis);
        news.listen(
                List.of(
                        engine::changed,
                        health.desk(),
                        retests::changed,
                        listening.lines()::changed));
        storage.store().listen(new Listeners(List.of(engine, health.desk())));
        tests =
                new LoopTests(
                        engine, configuration, workers::run, retests, clock::millis, this::tester);
    }

    private static DispatchLimits limits(Settings settings) {
        long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return new DispatchLimits(
                settings.maxInFlight(),
                settings.get(Known.MAX_IN_FLIGHT_PER_ENDPOINT),
                MAX_READY,
                share,
                share,
                settings.get(Known.DELIVERY_TIMEOUT));
    }

    private Configuration configuration(EndpointNews news) {
        Directory directory = new Directory(storage.store().configuration().load());
        return new Configuration(
                directory,
                new AuditedConfigStore(directory, storage.store().configuration()),
                news);
    }

    private Sender sender(Context loop) {
        return new SampleSender(
                new ListenerSender(outgoing.sender(), listening.lines()),
                new SampleReceiver(configuration.directory(), storage.ids()),
                workers::run,
                work -> loop.runOnContext(_ -> work.run()),
                clock);
    }

    private Engine engine(Vertx vertx, Context loop) {
        return new Engine(
                vertx,
                loop,
                storage.store().journal(),
                storage.store().backlog(),
                sender,
                new EndpointWatch(
                        configuration,
                        storage.store().journal(),
                        workers::run,
                        clock::millis,
                        full),
                shards(),
                new RuleBook(
                        configuration.directory()::endpoint,
                        configuration.directory()::sends,
                        outgoing.profiles()::of,
                        outgoing.identity(),
                        limits),
                limits,
                new SplittableRandom(random.nextLong()),
                clock::millis,
                storage.store().backlog().pendingCounts());
    }

    private Health watching() {
        return new Health(
                settings.get(Known.DISABLE_AFTER),
                configuration,
                storage.statistics(),
                storage.store().healths(),
                new OperationalIngest(
                        configuration.directory(),
                        new Ingest(
                                configuration.directory(),
                                storage.store().sequence(),
                                new Idempotency(settings.get(Known.IDEMPOTENCY_WINDOW)),
                                full),
                        storage.ids()),
                storage.store().journal(),
                clock);
    }

    /** The folder belongs to this process, so its node holds all shards for good. */
    private Predicate<EndpointId> shards() {
        long nowMs = clock.millis();
        try (SqliteLeaseTable table = storage.store().openLeases(clock)) {
            HeldShards shards = new HeldShards(NODE, table, LEASE);
            shards.step(ShardId.COUNT, nowMs);
            return endpoint -> shards.epoch(ShardId.of(endpoint), nowMs).isPresent();
        }
    }

    private EndpointTester tester(TestListener listener) {
        TestPorts ports =
                new TestPorts(
                        configuration.directory()::endpoint,
                        sender,
                        storage.store().sequence(),
                        random,
                        clock,
                        settings.get(Known.DELIVERY_TIMEOUT));
        return new EndpointTester(
                outgoing.profiles(),
                outgoing.identity(),
                configuration.directory().eventTypes()::example,
                ports,
                listener);
    }

    Configuration configuration() {
        return configuration;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    Engine engine() {
        return engine;
    }

    FullEndpoints full() {
        return full;
    }

    HealthDesk health() {
        return health.desk();
    }

    Retests retests() {
        return retests;
    }

    LoopTests tests() {
        return tests;
    }

    Listening listening() {
        return listening;
    }

    /** On a thread that may block. */
    void work(Runnable work) {
        workers.run(work);
    }

    void begin() {
        engine.start(storage.store().commands().openCancels());
    }

    /** Sends nothing more and lets what is under way end. */
    void drain() {
        drained = true;
        listening.lines().drain();
        engine.drain()
                .orTimeout(DRAIN_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(_ -> leave())
                .join();
        listening.lines().end().join();
    }

    @Override
    public void close() {
        try {
            if (!drained) {
                drain();
            }
        } finally {
            health.close();
            workers.close();
            engine.close();
            outgoing.close();
        }
    }

    private static Void leave() {
        LOG.warn(
                "some requests did not end within {}: they are sent again after the next start",
                DRAIN_PATIENCE);
        return null;
    }
}
