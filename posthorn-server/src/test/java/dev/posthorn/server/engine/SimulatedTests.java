package dev.posthorn.server.engine;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointUpdate;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.catalogue.Catalogue;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpointtest.EndpointTester;
import dev.posthorn.core.endpointtest.TestListener;
import dev.posthorn.core.endpointtest.TestPorts;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.lane.Alarm;
import dev.posthorn.core.lane.Sender;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.store.ConfigStore;
import dev.posthorn.core.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tests of endpoints with everything real but time, threads, the receiver and the disk: one queue
 * of work, one alarm, a receiver that answers with a status.
 */
final class SimulatedTests implements ConfigStore {
    static final OrganisationId ORGANISATION = new OrganisationId(1);
    static final long START_MS = 1_795_000_000_000L;

    long nowMs = START_MS;
    int status = 200;
    boolean full;
    final List<OutgoingRequest> requests = new ArrayList<>();

    /** Answers wait here while {@link #holding}. */
    final Deque<Runnable> answers = new ArrayDeque<>();

    boolean holding;
    final List<Change> saved = new ArrayList<>();
    final Directory directory;
    final Configuration configuration;
    final EndpointAdministration endpoints;
    final Retests retests;
    final LoopTests tests;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Random random = new Random(7);
    private final Sequence sequence;
    private OptionalLong alarmMs = OptionalLong.empty();
    private Runnable wake = () -> {};

    SimulatedTests() {
        this(new Snapshot(List.of(owner()), List.of(), List.of()), 0);
    }

    private static Organisation owner() {
        return new Organisation(
                ORGANISATION,
                null,
                "Acme",
                "acme",
                "standard",
                null,
                false,
                Organisation.Standing.OPEN,
                START_MS);
    }

    /** As after a restart with what was stored, at a time. */
    SimulatedTests(Snapshot stored, long passedMs) {
        nowMs += passedMs;
        sequence = new Sequence(Sequence.firstOf(nowMs));
        directory = new Directory(stored);
        configuration = new Configuration(directory, this, this::changed);
        retests = new Retests(work::add, directory, () -> nowMs, this::alarm);
        tests =
                new LoopTests(
                        work::add, configuration, work::add, retests, () -> nowMs, this::tester);
        Profiles profiles = BuiltInProfiles.profiles();
        endpoints =
                new EndpointAdministration(configuration, profiles, sequence, this::chance, tests);
        retests.start(id -> work.add(() -> endpoints.test(id, null, Actor.POSTHORN, nowMs)));
        run();
    }

    private void changed(Endpoint endpoint) {
        retests.changed(endpoint);
    }

    private Alarm alarm(Runnable ring) {
        wake = ring;
        return atMs -> alarmMs = OptionalLong.of(atMs);
    }

    private EndpointTester tester(TestListener listener) {
        Sender receiver =
                (request, deadline, answer) -> {
                    requests.add(request);
                    Runnable answering = () -> answer.accept(exchange(status));
                    (holding ? answers : work).add(answering);
                };
        return new EndpointTester(
                BuiltInProfiles.profiles(),
                new SenderIdentity("Posthorn/test", "example.com", new PublicIds(new byte[16])),
                Catalogue::example,
                new TestPorts(
                        directory::endpoint,
                        receiver,
                        sequence,
                        random,
                        () -> Instant.ofEpochMilli(nowMs),
                        Duration.ofSeconds(15)),
                listener);
    }

    private static Exchange exchange(int status) {
        AttemptOutcome outcome =
                status >= 200 && status <= 299
                        ? new AttemptOutcome.Delivered(status)
                        : new AttemptOutcome.Rejected(status, null);
        return new Exchange(
                outcome,
                new Response(status, new String[0], new byte[0], false),
                new Timings(-1, -1, -1, 1, 2),
                null,
                null);
    }

    private byte[] chance(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Lets everything happen that needs no time. */
    void run() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    /** Lets time pass and everything happen in it. */
    void pass(Duration time) {
        long untilMs = nowMs + time.toMillis();
        while (alarmMs.isPresent() && alarmMs.getAsLong() <= untilMs) {
            nowMs = Math.max(nowMs, alarmMs.getAsLong());
            alarmMs = OptionalLong.empty();
            wake.run();
            run();
        }
        nowMs = untilMs;
    }

    boolean isAsleep() {
        return alarmMs.isEmpty();
    }

    /** One that is new, its test under way or over. */
    Endpoint made(String profile) {
        NewEndpoint wanted =
                new NewEndpoint(
                        ORGANISATION,
                        null,
                        EndpointSettings.of("https://example.com/" + profile, profile),
                        null,
                        NewEndpoint.Start.TESTED);
        Endpoint made = done(endpoints.create(wanted, Actor.POSTHORN, nowMs));
        run();
        return made;
    }

    EndpointResult.Done update(
            Endpoint endpoint,
            UnaryOperator<EndpointSettings> settings,
            EndpointUpdate.@Nullable Wish wish) {
        return (EndpointResult.Done)
                endpoints.update(
                        endpoint.id(),
                        new EndpointUpdate(settings, null, null, wish),
                        Actor.POSTHORN,
                        nowMs);
    }

    static Endpoint done(EndpointResult result) {
        return ((EndpointResult.Done) result).endpoint();
    }

    Endpoint current(Endpoint endpoint) {
        return directory.endpoint(endpoint.id()).orElseThrow();
    }

    /** What a restart finds. */
    Snapshot stored() {
        return new Snapshot(List.of(), List.of(), List.copyOf(directory.endpoints()));
    }

    @Override
    public void save(List<Change> changes) {
        if (full) {
            throw new StoreUnavailableException("the disk is full", null);
        }
        saved.addAll(changes);
    }

    @Override
    public Snapshot load() {
        return stored();
    }
}
