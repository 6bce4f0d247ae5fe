package dev.posthorn.server;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.Chance;
import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.administration.EventTypeAdministration;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OwnProfileAdministration;
import dev.posthorn.core.directory.AuditedAccountStore;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.shard.ShardId;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.server.api.ApiPorts;
import dev.posthorn.server.api.ApiRoutes;
import dev.posthorn.server.api.caller.KeyUses;
import dev.posthorn.server.api.caller.TokenAuthenticator;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.condition.GuardedJournal;
import dev.posthorn.server.condition.NodeCondition;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.engine.CountingJournal;
import dev.posthorn.server.engine.RateMeter;
import dev.posthorn.server.health.MissedJournal;
import dev.posthorn.server.health.QueueDepths;
import dev.posthorn.server.http.KeyLimit;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.http.WebServer;
import dev.posthorn.server.http.WebServerSettings;
import dev.posthorn.server.ingest.IngestLimits;
import dev.posthorn.server.ingest.PublishHandler;
import dev.posthorn.server.ingest.Publishers;
import dev.posthorn.server.schema.EnforcedTypes;
import dev.posthorn.server.schema.JsonSchemas;
import dev.posthorn.server.settings.CallRate;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.ListenAddress;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.settings.Version;
import dev.posthorn.server.start.FirstThings;
import dev.posthorn.server.start.ResumedTests;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API on its port. */
final class Serving implements AutoCloseable {
    /** Large bodies are few; more threads would take the cores from everything else. */
    private static final int LARGE_BODY_THREADS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Settings settings;
    private final Storage storage;
    private final Delivering delivering;
    private final InstantSource clock;
    private final Chance chance;
    private final NodeCondition node;
    private final RateMeter accepted;
    private final JsonSchemas schemas = new JsonSchemas();
    private final EndpointAdministration endpoints;
    private final ListenerAdministration listeners;
    private final ExecutorService large =
            Executors.newFixedThreadPool(
                    LARGE_BODY_THREADS, Thread.ofPlatform().name("posthorn-large-", 0).factory());
    private final Presenting presenting;
    private final KeyUses uses;
    private final KeyLimit limit;
    private final Replaying replaying;
    private final WebServer server;

    Serving(
            Vertx vertx,
            Settings settings,
            Storage storage,
            Delivering delivering,
            NodeCondition node,
            SecureRandom random,
            InstantSource clock) {
        this.settings = settings;
        this.storage = storage;
        this.delivering = delivering;
        this.node = node;
        this.clock = clock;
        this.chance = count -> bytes(random, count);
        this.accepted = new RateMeter(clock::millis);
        this.endpoints = endpoints();
        this.listeners = new ListenerAdministration(directory(), endpoints);
        this.presenting =
                new Presenting(
                        settings,
                        new AuditedAccountStore(
                                storage.store().accounts(), storage.store().configuration()),
                        sequence(),
                        chance);
        this.uses = new KeyUses(storage.store().keyUses().load());
        vertx.setPeriodic(KeyUses.STORE_EVERY_MS, _ -> delivering.work(this::storeUses));
        QueueDepths depths = new QueueDepths(directory(), storage.statistics());
        vertx.setPeriodic(QueueDepths.EVERY_MS, _ -> look(depths));
        firstThings();
        limit = limit(settings.get(Known.RATE_LIMIT_API));
        replaying = new Replaying(storage, delivering, clock);
        ListenAddress listen = settings.get(Known.LISTEN);
        server =
                WebServer.start(
                        vertx,
                        WebServerSettings.on(listen.host(), listen.port()),
                        routes(),
                        new TokenAuthenticator(directory(), uses, clock),
                        limit);
        new ResumedTests(directory(), storage.log(), delivering.tests(), endpoints)
                .start(clock.millis());
        delivering.retests().start(this::retest);
        delivering.listening().begin(listeners, delivering::work);
    }

    private static KeyLimit limit(CallRate rate) {
        return new KeyLimit(rate.calls(), rate.windowS(), System::nanoTime);
    }

    private void retest(EndpointId endpoint) {
        delivering.work(() -> endpoints.test(endpoint, null, Actor.POSTHORN, clock.millis()));
    }

    private void look(QueueDepths depths) {
        var _ =
                delivering
                        .engine()
                        .lanes()
                        .thenAccept(
                                lanes -> delivering.work(() -> depths.add(lanes, clock.millis())));
    }

    /** What cannot be stored now is stored with the next. */
    private void storeUses() {
        try {
            limit.forget(key -> directory().key(key).isPresent());
            uses.store(storage.store().keyUses(), key -> directory().key(key).isPresent());
        } catch (RuntimeException e) {
            LOG.warn("when keys were last used could not be stored", e);
        }
    }

    private List<Route> routes() {
        ApiPorts ports = ports();
        return Stream.concat(
                        ApiRoutes.of(ports).stream(), presenting.routes(ports, this::port).stream())
                .toList();
    }

    /** As {@link Presenting#firstLink}. */
    Optional<String> firstLink() {
        return presenting.firstLink(clock.millis());
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void firstThings() {
        new FirstThings(configuration(), sequence())
                .ensure(
                        Tokens.hash(storage.adminToken()),
                        settings.get(Known.DEFAULT_PROFILE),
                        clock.millis());
    }

    private ApiPorts ports() {
        return new ApiPorts(
                directory(),
                storage.log(),
                delivering.outgoing().profiles(),
                delivering.outgoing().identity(),
                endpoints,
                listeners,
                delivering.listening().lines(),
                new KeyAdministration(configuration(), sequence()),
                uses,
                new OrganisationAdministration(
                        configuration(),
                        delivering.outgoing().profiles(),
                        sequence(),
                        presenting::forget),
                new EventTypeAdministration(configuration(), schemas),
                new OwnProfileAdministration(configuration(), delivering.outgoing().profiles()),
                publishing(),
                IngestLimits.DEFAULTS.maxRequestBytes(),
                new EngineQueue(delivering.engine(), accepted),
                new EngineDesk(storage.store().commands(), delivering.engine(), clock),
                replaying,
                sequence(),
                new StatisticsReader(storage.statistics()),
                delivering.health()::missed,
                node,
                () -> List.of(node.view(Delivering.NODE, Version.CURRENT, ShardId.COUNT)),
                new Erasure(configuration()),
                presenting.portals(this::port),
                new UrlPolicy(delivering.outgoing().egress()),
                settings.get(Known.DEFAULT_PROFILE),
                chance,
                clock);
    }

    private EndpointAdministration endpoints() {
        return new EndpointAdministration(
                configuration(),
                delivering.outgoing().profiles(),
                sequence(),
                chance,
                delivering.tests());
    }

    private PublishHandler publishing() {
        Duration window = settings.get(Known.IDEMPOTENCY_WINDOW);
        return new PublishHandler(
                limits(),
                new Publishers(
                        directory(), storage.ids(), settings.get(Known.REQUIRE_ORGANISATION)),
                new Ingest(directory(), sequence(), new Idempotency(window), delivering.full()),
                new EnforcedTypes(directory().eventTypes(), schemas),
                new GuardedJournal(
                        new CountingJournal(
                                new MissedJournal(
                                        storage.store().journal(), delivering.health()::missed),
                                accepted),
                        node),
                new Documents(storage.ids()),
                storage.log(),
                clock,
                large,
                delivering::work);
    }

    private IngestLimits limits() {
        return new IngestLimits(
                IngestLimits.DEFAULTS.maxRequestBytes(),
                Math.toIntExact(settings.get(Known.MAX_EVENT_SIZE)),
                settings.get(Known.MAX_BATCH),
                settings.kept().mostAhead(longestSchedule()));
    }

    private Duration longestSchedule() {
        return delivering.outgoing().profiles().all().stream()
                .map(profile -> profile.schedule().total())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Configuration configuration() {
        return delivering.configuration();
    }

    private Directory directory() {
        return configuration().directory();
    }

    private Sequence sequence() {
        return storage.store().sequence();
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        storeUses();
        replaying.close();
        large.close();
    }
}
