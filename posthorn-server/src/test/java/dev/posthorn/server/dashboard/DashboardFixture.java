package dev.posthorn.server.dashboard;

import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.Erasure;
import dev.posthorn.core.administration.KeyAdministration;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.administration.NewOrganisation;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OrganisationResult;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.audit.AuditFilter;
import dev.posthorn.core.directory.AuditedAccountStore;
import dev.posthorn.core.directory.AuditedConfigStore;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.ingest.Idempotency;
import dev.posthorn.core.ingest.Ingest;
import dev.posthorn.core.lane.LaneView;
import dev.posthorn.core.log.InMemoryDeliveryLog;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.core.log.TimeRange;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.routing.FullEndpoints;
import dev.posthorn.core.statistics.InMemoryStatisticsStore;
import dev.posthorn.core.statistics.StatisticsReader;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.core.user.Accounts;
import dev.posthorn.core.user.InMemoryAccountStore;
import dev.posthorn.core.user.NewUser;
import dev.posthorn.core.user.OneTimeLink;
import dev.posthorn.core.user.OneTimeLinks;
import dev.posthorn.core.user.PlainPasswords;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.Session;
import dev.posthorn.core.user.Sessions;
import dev.posthorn.core.user.SignIn;
import dev.posthorn.core.user.User;
import dev.posthorn.core.user.UserAdministration;
import dev.posthorn.core.user.UserResult;
import dev.posthorn.core.user.WrongPasswords;
import dev.posthorn.server.api.InMemoryJournal;
import dev.posthorn.server.api.LoggedConfigStore;
import dev.posthorn.server.api.LoggedDesk;
import dev.posthorn.server.api.ScriptedReplays;
import dev.posthorn.server.api.ScriptedTests;
import dev.posthorn.server.api.caller.KeyUses;
import dev.posthorn.server.api.caller.TokenAuthenticator;
import dev.posthorn.server.api.caller.Tokens;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.queue.QueueSource;
import dev.posthorn.server.dashboard.desk.DeskPorts;
import dev.posthorn.server.dashboard.desk.Sending;
import dev.posthorn.server.dashboard.visit.Installation;
import dev.posthorn.server.dashboard.visit.People;
import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.http.Route;
import dev.posthorn.server.http.WebServer;
import dev.posthorn.server.http.WebServerSettings;
import dev.posthorn.server.ingest.DataCheck;
import dev.posthorn.server.ingest.IngestLimits;
import dev.posthorn.server.ingest.PublishHandler;
import dev.posthorn.server.ingest.Publishers;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The dashboard on a loopback port over stores in memory, with the organisations {@code default},
 * {@code acme} and {@code other}, and users made by {@link #signedIn}.
 */
public final class DashboardFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-22T04:29:00Z");
    public static final long NOW_MS = NOW.toEpochMilli();
    public static final PublicIds IDS = new PublicIds(new byte[16]);
    private static final Vertx VERTX = Vertx.vertx();

    public final InMemoryDeliveryLog log = new InMemoryDeliveryLog();
    public final InMemoryJournal journal = new InMemoryJournal(log);
    public final ScriptedReplays replays = new ScriptedReplays();
    public final InMemoryStatisticsStore statistics = new InMemoryStatisticsStore();
    public volatile Missed missed = Missed.NONE;
    public final Directory directory = new Directory(new Snapshot(List.of(), List.of(), List.of()));
    private final LoggedConfigStore stored = new LoggedConfigStore(log);
    public final Configuration configuration =
            new Configuration(directory, new AuditedConfigStore(directory, stored), _ -> {});
    public final List<LaneView> lanes = new CopyOnWriteArrayList<>();
    public final People people;
    public final List<Route> routes;
    private final Sequence sequence = new Sequence(0);
    private final Profiles profiles = BuiltInProfiles.profiles();
    private final Random random = new Random(7);
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final OrganisationAdministration organisations =
            new OrganisationAdministration(configuration, profiles, sequence);
    private final EndpointAdministration endpoints =
            new EndpointAdministration(
                    configuration,
                    profiles,
                    sequence,
                    this::chance,
                    new ScriptedTests(configuration));
    private final WebServer server;

    public DashboardFixture() {
        for (String name : List.of("default", "acme", "other")) {
            organisations.create(new NewOrganisation(name, name, null, "standard"), NOW_MS);
        }
        people = people();
        routes =
                Dashboard.routes(
                        ports(),
                        people,
                        new Installation(
                                Settings.standard()
                                        .with(Known.PORTAL_ORIGINS, "https://app.example.com")
                                        .with(Known.ADMIN_TOKEN, "a-secret-of-the-operator"),
                                () -> 8080));
        server =
                WebServer.start(
                        VERTX,
                        WebServerSettings.on("127.0.0.1", 0),
                        routes,
                        new TokenAuthenticator(directory, new KeyUses(java.util.Map.of()), clock));
    }

    private People people() {
        Accounts accounts =
                new Accounts(new AuditedAccountStore(new InMemoryAccountStore(), stored));
        Sessions sessions = new Sessions(accounts);
        PlainPasswords passwords = new PlainPasswords();
        return new People(
                accounts,
                sessions,
                new OneTimeLinks(accounts),
                new UserAdministration(accounts, sequence),
                new SignIn(accounts, sessions, passwords, new WrongPasswords()),
                passwords,
                this::chance);
    }

    private DeskPorts ports() {
        return new DeskPorts(
                directory,
                log,
                profiles,
                new SenderIdentity("Posthorn/test", "posthorn.example.com", IDS),
                endpoints,
                new KeyAdministration(configuration, sequence),
                organisations,
                engine(),
                sending(),
                new StatisticsReader(statistics),
                _ -> missed,
                new UrlPolicy(EgressSettings.DEFAULTS),
                clock);
    }

    private Sending sending() {
        return new Sending(
                new LoggedDesk(log, clock),
                replays,
                new Erasure(configuration),
                publishing()::byHand,
                sequence);
    }

    private PublishHandler publishing() {
        return new PublishHandler(
                IngestLimits.DEFAULTS,
                new Publishers(directory, IDS, false),
                new Ingest(
                        directory,
                        sequence,
                        new Idempotency(Duration.ofDays(7)),
                        FullEndpoints.never()),
                DataCheck.NONE,
                journal,
                new Documents(IDS),
                log,
                clock,
                Runnable::run,
                Runnable::run);
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

    private synchronized byte[] chance(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    public OrganisationId id(String organisation) {
        return directory.organisationByUid(organisation).orElseThrow().id();
    }

    public OrganisationId organisation(String name) {
        var made = organisations.create(new NewOrganisation(null, name, null, "standard"), NOW_MS);
        return ((OrganisationResult.Done) made).organisation().id();
    }

    /** A valid endpoint for all events. */
    public Endpoint endpoint(String organisation, String name, String url) {
        EndpointSettings settings =
                new SettingsDraft(EndpointSettings.of(url, "standard"))
                        .name(name)
                        .eventTypes(List.of("*"))
                        .settings();
        var made =
                endpoints.create(
                        new NewEndpoint(
                                id(organisation), null, settings, null, NewEndpoint.Start.TRUSTED),
                        new dev.posthorn.core.administration.Actor(
                                null,
                                new dev.posthorn.core.profile.TestAccount.KeyAccount(
                                        "", null, null)),
                        NOW_MS);
        return ((EndpointResult.Done) made).endpoint();
    }

    /** A user with the password {@code correct horse}; {@code organisation}: null for none. */
    public User user(String email, String organisation, Role role) {
        OrganisationId owner = organisation == null ? null : id(organisation);
        var made = people.users().invite(new NewUser(email, "Ada <b>L</b>", owner, role), NOW_MS);
        User user = ((UserResult.Done) made).user();
        link("password-" + email, new OneTimeLink.Purpose.NewPassword(user.id()));
        String hash = people.passwords().hash("correct horse");
        people.users().password(Tokens.hash("password-" + email), hash, NOW_MS);
        return user;
    }

    public void link(String token, OneTimeLink.Purpose purpose) {
        people.links().make(Tokens.hash(token), purpose, Duration.ofHours(1), NOW_MS);
    }

    /** A browser in which a new user of this role is signed in. */
    public Browser signedIn(String organisation, Role role) {
        User user = user(role + "@" + organisation + ".example", organisation, role);
        return opened(new Session.Holder.OfUser(user.id()));
    }

    /** A browser that came by a portal link. */
    public Browser portal(PortalPass pass) {
        return opened(new Session.Holder.OfPortal(pass));
    }

    private Browser opened(Session.Holder holder) {
        String token = people.token();
        people.sessions().open(Tokens.hash(token), holder, NOW_MS);
        return browser().with("posthorn_session", token);
    }

    /** A browser nobody is signed in in. */
    public Browser browser() {
        return new Browser(server.port());
    }

    /** Actions of the audit trail, oldest first. */
    public List<String> audited() {
        PageRequest all = new PageRequest(PageRequest.MAX_LIMIT, 0, 0, true);
        return log.audit(AuditFilter.ALL, TimeRange.ALWAYS, all).rows().stream()
                .map(line -> line.entry().action())
                .toList();
    }

    public static String text(long seq) {
        return IDS.text(seq);
    }

    @Override
    public void close() {
        server.close();
    }
}
