package dev.posthorn.core.administration;

import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.TestAccount;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import dev.posthorn.core.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Everything the administration works with, in memory, with one organisation. */
final class Office {
    static final long NOW = 1_800_000_000_000L;
    static final long LATER = NOW + 60_000;
    static final Actor ACTOR = new Actor(null, new TestAccount.KeyAccount("k", "key", null));

    final RecordedConfigStore store = new RecordedConfigStore();
    final Directory directory = new Directory(new Snapshot(List.of(), List.of(), List.of()));
    final Configuration configuration = new Configuration(directory, store, _ -> {});
    final Sequence sequence = new Sequence(0);
    final Profiles profiles = BuiltInProfiles.profiles();
    final List<TestRequest> ordered = new ArrayList<>();
    final EndpointAdministration endpoints =
            new EndpointAdministration(
                    configuration, profiles, sequence, Office::chance, this::started);
    final KeyAdministration keys = new KeyAdministration(configuration, sequence);
    final OrganisationAdministration organisations =
            new OrganisationAdministration(configuration, profiles, sequence);
    final OrganisationId organisation = organisation("acme");

    private OrganisationId organisation(String uid) {
        var result = organisations.create(new NewOrganisation(uid, "Acme", null, "ricloud"), NOW);
        return ((OrganisationResult.Done) result).organisation().id();
    }

    private static byte[] chance(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private CompletableFuture<Task> started(TestRequest order) {
        ordered.add(order);
        return new CompletableFuture<>();
    }

    Organisation owner() {
        return directory.organisation(organisation).orElseThrow();
    }

    NewEndpoint wanted(String profile) {
        return new NewEndpoint(
                organisation,
                null,
                EndpointSettings.of("https://example.com/" + profile, profile),
                null,
                NewEndpoint.Start.TESTED);
    }

    Endpoint made(String profile) {
        return done(endpoints.create(wanted(profile), ACTOR, NOW));
    }

    /** One whose test succeeded. */
    Endpoint valid(String profile) {
        Endpoint endpoint = made(profile);
        return configuration
                .changeEndpoint(
                        endpoint.id(),
                        one -> one.tested(EndpointState.VALID, null, true, TestRecord.NONE, NOW))
                .orElseThrow();
    }

    EndpointResult update(Endpoint endpoint, UnaryOperator<EndpointSettings> settings) {
        return endpoints.update(
                endpoint.id(), new EndpointUpdate(settings, null, null, null), ACTOR, LATER);
    }

    static Endpoint done(EndpointResult result) {
        return switch (result) {
            case EndpointResult.Done(var endpoint, _) -> endpoint;
            case EndpointResult.Refused(var why) -> throw new AssertionError(why);
        };
    }
}
