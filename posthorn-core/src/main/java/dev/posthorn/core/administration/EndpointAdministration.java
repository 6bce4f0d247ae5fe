package dev.posthorn.core.administration;

import dev.posthorn.core.administration.EndpointResult.Done;
import dev.posthorn.core.administration.EndpointResult.Refused;
import dev.posthorn.core.administration.EndpointResult.StartedTest;
import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import dev.posthorn.core.task.TaskId;
import dev.posthorn.core.task.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes, tests and deactivates endpoints. Calls block until the change is durable; the
 * test it starts goes on afterwards.
 */
public final class EndpointAdministration {
    private final Configuration configuration;
    private final Sequence sequence;
    private final EndpointTests tests;
    private final EndpointRules rules;
    private final SecretMaker secrets;

    public EndpointAdministration(
            Configuration configuration,
            Profiles profiles,
            Sequence sequence,
            Chance chance,
            EndpointTests tests) {
        this.configuration = configuration;
        this.sequence = sequence;
        this.tests = tests;
        this.rules = new EndpointRules(configuration.directory(), profiles);
        this.secrets = new SecretMaker(chance);
    }

    public EndpointResult create(NewEndpoint wanted, Actor by, long nowMs) {
        return finished(configuration.change(() -> creation(wanted, by, nowMs)));
    }

    public EndpointResult update(EndpointId id, EndpointUpdate wanted, Actor by, long nowMs) {
        return finished(configuration.change(() -> update(endpoint(id), wanted, by, nowMs)));
    }

    /** Changes neither its state nor what its tests found, and starts none. */
    public EndpointResult rotate(EndpointId id, SecretRotation wanted, long nowMs) {
        return finished(configuration.change(() -> rotation(endpoint(id), wanted, nowMs)));
    }

    /** The endpoint with its secrets; that somebody saw them is written down first. */
    public Optional<Endpoint> reveal(EndpointId id) {
        return configuration.change(() -> {
            Optional<Endpoint> found = endpoint(id);
            List<Change> seen = found.stream().map(EndpointAdministration::seen).toList();
            return new Decision<>(seen, found);
        });
    }

    private static Change seen(Endpoint endpoint) {
        String uid = endpoint.uid();
        String name = uid == null ? endpoint.settings().name() : uid;
        return new Change.Audited(
                AuditEntry.now(
                        "webhook_config.reveal",
                        endpoint.organisation(),
                        new AuditTarget("webhook_config", endpoint.id().seq(), name)));
    }

    public EndpointResult deactivate(EndpointId id, Actor by, long nowMs) {
        return update(id, EndpointUpdate.deactivate(), by, nowMs);
    }

    /** {@code eventType}: slug to test; null for the profile's own test. */
    public EndpointResult test(EndpointId id, @Nullable String eventType, Actor by, long nowMs) {
        return finished(configuration.change(() -> test(endpoint(id), eventType, by, nowMs)));
    }

    /** As {@link EndpointTests#soFar}. */
    public List<TestResult> testedSoFar(TaskId task) {
        return tests.soFar(task);
    }

    private Optional<Endpoint> endpoint(EndpointId id) {
        return configuration.directory().endpoint(id);
    }

    private Decision<Step> creation(NewEndpoint wanted, Actor by, long nowMs) {
        Optional<EndpointRejection> rejection = rules.against(wanted);
        if (rejection.isPresent()) {
            return refused(rejection.get());
        }
        Endpoint endpoint = made(wanted, nowMs);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.EndpointChange(endpoint));
        becomesDefault(endpoint)
                .ifPresent(owner -> changes.add(new Change.OrganisationChange(owner)));
        return wanted.start() == NewEndpoint.Start.TESTED
                ? tested(changes, endpoint, null, by, nowMs)
                : done(changes, endpoint);
    }

    private Endpoint made(NewEndpoint wanted, long nowMs) {
        return new Endpoint(
                new EndpointId(sequence.next(1, nowMs)),
                wanted.organisation(),
                wanted.uid(),
                wanted.settings(),
                secrets.make(wanted.secret(), wanted.settings()),
                switch (wanted.start()) {
                    case TESTED -> EndpointState.NEW;
                    case TRUSTED -> EndpointState.VALID;
                    case DEACTIVATED -> EndpointState.DEACTIVATED;
                },
                wanted.start() == NewEndpoint.Start.TRUSTED ? Endpoint.NOT_TESTED : null,
                nowMs,
                false,
                nowMs,
                nowMs,
                null,
                TestRecord.NONE,
                1);
    }

    /** The first routed endpoint gets what no key routes elsewhere, until somebody chooses. */
    private Optional<Organisation> becomesDefault(Endpoint endpoint) {
        if (!endpoint.settings().routed() || endpoint.state() == EndpointState.DEACTIVATED) {
            return Optional.empty();
        }
        Directory directory = configuration.directory();
        return directory
                .organisation(endpoint.organisation())
                .filter(owner -> owner.defaultEndpoint() == null)
                .map(owner -> owner.withDefaultEndpoint(endpoint.id().seq()));
    }

    private Decision<Step> update(
            Optional<Endpoint> found, EndpointUpdate wanted, Actor by, long nowMs) {
        if (found.isEmpty()) {
            return refused(new EndpointRejection.NoSuchEndpoint());
        }
        EndpointRevision revision = EndpointRevision.of(found.get(), wanted, secrets, rules, nowMs);
        Optional<EndpointRejection> rejection = rules.against(revision);
        if (rejection.isPresent()) {
            return refused(rejection.get());
        }
        return revision.startsTest()
                ? tested(revision.changes(nowMs), revision.after(), null, by, nowMs)
                : done(revision.changes(nowMs), revision.after());
    }

    private Decision<Step> rotation(Optional<Endpoint> found, SecretRotation wanted, long nowMs) {
        if (found.isEmpty()) {
            return refused(new EndpointRejection.NoSuchEndpoint());
        }
        Endpoint before = found.get();
        Endpoint after =
                before.withSecrets(
                        secrets.rotated(before.secrets(), wanted, before.settings(), nowMs), nowMs);
        return rules.againstRotation(before, after)
                .map(EndpointAdministration::refused)
                .orElseGet(() -> done(List.of(new Change.EndpointChange(after)), after));
    }

    private Decision<Step> test(
            Optional<Endpoint> found, @Nullable String eventType, Actor by, long nowMs) {
        return found.map(endpoint -> tested(List.of(), endpoint, eventType, by, nowMs))
                .orElseGet(() -> refused(new EndpointRejection.NoSuchEndpoint()));
    }

    private Decision<Step> tested(
            List<Change> before,
            Endpoint endpoint,
            @Nullable String eventType,
            Actor by,
            long nowMs) {
        Task task = pending(endpoint, by, nowMs);
        List<Change> changes = new ArrayList<>(before);
        changes.add(new Change.TaskChange(task));
        TestRequest request = new TestRequest(task, endpoint.id(), by.account(), eventType);
        return new Decision<>(changes, new Step.Changed(endpoint, request));
    }

    private Task pending(Endpoint endpoint, Actor by, long nowMs) {
        return new Task(
                new TaskId(sequence.next(1, nowMs)),
                endpoint.organisation(),
                by.key(),
                Task.ENDPOINT_TEST,
                endpoint.id().seq(),
                Task.State.PENDING,
                List.of(),
                null,
                nowMs,
                null,
                null);
    }

    private static Decision<Step> done(List<Change> changes, Endpoint endpoint) {
        return new Decision<>(changes, new Step.Changed(endpoint, null));
    }

    private static Decision<Step> refused(EndpointRejection why) {
        return new Decision<>(List.of(), new Step.Unchanged(why));
    }

    /** The change is durable: the test may start. */
    private EndpointResult finished(Step step) {
        return switch (step) {
            case Step.Unchanged(var why) -> new Refused(why);
            case Step.Changed(var endpoint, var request) ->
                    new Done(
                            endpoint,
                            request == null
                                    ? null
                                    : new StartedTest(request.task(), tests.start(request)));
        };
    }

    private sealed interface Step {
        record Changed(Endpoint endpoint, @Nullable TestRequest request) implements Step {}

        record Unchanged(EndpointRejection why) implements Step {}
    }
}
