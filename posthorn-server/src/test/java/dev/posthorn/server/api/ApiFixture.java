package dev.posthorn.server.api;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.administration.EventTypeAdministration;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.KeyResult;
import dev.posthorn.core.administration.ListenerAdministration;
import dev.posthorn.core.administration.NewKey;
import dev.posthorn.core.administration.NewOrganisation;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OrganisationResult;
import dev.posthorn.core.administration.OwnProfileAdministration;
import dev.posthorn.core.directory.AuditedAccountStore;
import dev.posthorn.core.directory.AuditedConfigStore;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.statistics.InMemoryStatisticsStore;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.core.user.Accounts;
import dev.posthorn.core.user.InMemoryAccountStore;
import dev.posthorn.core.user.OneTimeLink.Purpose;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.server.api.caller.KeyUses;
import dev.posthorn.server.api.caller.TokenAuthenticator;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.node.NodeView;
import dev.posthorn.server.api.portal.PortalLinks;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.http.WebServer;
import dev.posthorn.server.http.WebServerSettings;
import dev.posthorn.server.ingest.IngestLimits;
import dev.posthorn.server.ingest.PublishHandler;
import dev.posthorn.server.ingest.Publishers;
import dev.posthorn.server.listener.ListenerLines;
import dev.posthorn.server.schema.EnforcedTypes;
import dev.posthorn.server.schema.JsonSchemas;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on a loopback port over stores in memory, with two organisations, {@code acme} and
 * {@code other}, and tokens named {@code operator}, {@code acme-manage}, {@code other-read} and so
 * on.
 */
final class ApiFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T04:29:00Z");
    static final long NOW_MS = NOW.toEpochMilli();
    static final PublicIds IDS = new PublicIds(new byte[16]);
    static final IngestLimits LIMITS =
            new IngestLimits(16 * 1024 * 1024, 1024 * 1024, 1000, Duration.ofDays(7));

    final InMemoryDeliveryLog log = new InMemoryDeliveryLog();
    final InMemoryJournal journal = new InMemoryJournal(log);
    final Directory directory = new Directory(new Snapshot(List.of(), List.of(), List.of()));
    final LoggedConfigStore store = new LoggedConfigStore(log);
    final Configuration configuration =
            new Configuration(directory, new AuditedConfigStore(directory, store), _ -> {});
    final Sequence sequence = new Sequence(0);
    final Profiles profiles = BuiltInProfiles.with(directory.ownProfiles());
    final JsonSchemas schemas = new JsonSchemas();
    final KeyUses uses = new KeyUses(java.util.Map.of());
    final KeyAdministration keys = new KeyAdministration(configuration, sequence);
    final OrganisationAdministration organisations =
            new OrganisationAdministration(configuration, profiles, sequence);
    final EndpointAdministration endpoints =
            new EndpointAdministration(
                    configuration,
                    profiles,
                    sequence,
                    this::chance,
                    new ScriptedTests(configuration));
    final List<LaneView> lanes = new java.util.concurrent.CopyOnWriteArrayList<>();
    final ScriptedReplays replays = new ScriptedReplays();
    final List<Route> routes;
    final InMemoryStatisticsStore statistics = new InMemoryStatisticsStore();
    volatile Missed missed = Missed.NONE;
    volatile Optional<String> obstacle = Optional.empty();

    volatile Optional<String> reachedAt = Optional.of("https://posthorn.example.com");
    final OneTimeLinks links =
            new OneTimeLinks(
                    new Accounts(new AuditedAccountStore(new InMemoryAccountStore(), store)));

    private final Random random = new Random(7);
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    final ListenerLines listeners = new ListenerLines(pool, System::nanoTime, clock);
    private static final Vertx VERTX = Vertx.vertx();
    private final WebServer server;

    ApiFixture() {
        organisation("default");
        key("operator", null, Scope.OPERATOR);
        key("publisher", null, Scope.PUBLISH);
        for (String name : List.of("acme", "other")) {
            OrganisationId id = organisation(name);
            key(name + "-publish", id, Scope.PUBLISH);
            key(name + "-manage", id, Scope.MANAGE);
            key(name + "-read", id, Scope.READ);
            key(name + "-all", id, Scope.READ, Scope.MANAGE, Scope.PUBLISH);
        }
        routes = ApiRoutes.of(ports());
        server =
                WebServer.start(
                        VERTX,
                        WebServerSettings.on("127.0.0.1", 0),
                        routes,
                        new TokenAuthenticator(directory, uses, clock));
    }

    private ApiPorts ports() {
        return new ApiPorts(
                directory,
                log,
                profiles,
                new SenderIdentity("Posthorn/test", "posthorn.example.com", IDS),
                endpoints,
                new ListenerAdministration(directory, endpoints),
                listeners,
                keys,
                uses,
                organisations,
                new EventTypeAdministration(configuration, schemas),
                new OwnProfileAdministration(configuration, profiles),
                publishing(),
                LIMITS.maxRequestBytes(),
                engine(),
                new LoggedDesk(log, clock),
                replays,
                sequence,
                new StatisticsReader(statistics),
                _ -> missed,
                () -> obstacle,
                () -> List.of(new NodeView("embedded", "1.0", "ready", NOW_MS, 256, 5_000, 4_096)),
                new Erasure(configuration),
                portals(),
                new UrlPolicy(EgressSettings.DEFAULTS),
                "ricloud",
                this::chance,
                clock);
    }

    private PortalLinks portals() {
        return (pass, life, nowMs) ->
                reachedAt.map(base -> {
                    links.make(Tokens.hash("portal-token"), new Purpose.Portal(pass), life, nowMs);
                    return base + "/ui/portal/portal-token";
                });
    }

    private PublishHandler publishing() {
        return new PublishHandler(
                LIMITS,
                new Publishers(directory, IDS, false),
                new Ingest(
                        directory,
                        sequence,
                        new Idempotency(Duration.ofDays(7)),
                        FullEndpoints.never()),
                new EnforcedTypes(directory.eventTypes(), schemas),
                journal,
                new Documents(IDS),
                log,
                clock,
                pool,
                pool);
    }

    private QueueSource engine() {
        return new QueueSource() {
            @Override
            public CompletableFuture<List<LaneView>> lanes() {
                return CompletableFuture.completedFuture(lanes);
            }

            @Override
            public double acceptedPerSecond() {
                return 2;
            }

            @Override
            public double deliveredPerSecond() {
                return 1;
            }
        };
    }

    private byte[] chance(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private OrganisationId organisation(String uid) {
        var result = organisations.create(new NewOrganisation(uid, uid, null, "standard"), NOW_MS);
        return ((OrganisationResult.Done) result).organisation().id();
    }

    Key key(String token, OrganisationId organisation, Scope... scopes) {
        var result =
                keys.create(
                        new NewKey(organisation, token, Set.of(scopes), null, null),
                        Tokens.hash(token),
                        NOW_MS);
        return ((KeyResult.Done) result).key();
    }

    Key key(String token) {
        return directory.keyByHash(Tokens.hash(token)).orElseThrow();
    }

    OrganisationId id(String organisation) {
        return directory.organisationByUid(organisation).orElseThrow().id();
    }

    static String text(long seq) {
        return IDS.text(seq);
    }

    int port() {
        return server.port();
    }

    ApiCall as(String token) {
        return new ApiCall(server.port(), token);
    }

    @Override
    public void close() {
        server.close();
        pool.shutdown();
    }
}
