package dev.posthorn.bench.seed;

import dev.posthorn.core.administration.Actor;
import dev.posthorn.core.administration.EndpointAdministration;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.EndpointTests;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.administration.NewOrganisation;
import dev.posthorn.core.administration.OrganisationAdministration;
import dev.posthorn.core.administration.OrganisationResult;
import dev.posthorn.core.administration.SettingsDraft;
import dev.posthorn.core.directory.Configuration;
import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.store.ConfigStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes organisations and endpoints by the server's own administration. */
final class SeedDirectory {
    private static final String PROFILE = "standard";

    /** All are valid on our word. */
    private static final EndpointTests NO_TESTS =
            request -> {
                throw new IllegalStateException("no endpoint is tested: " + request);
            };

    private final SeedPlan plan;
    private final SeedClock clock;
    private final OrganisationAdministration organisations;
    private final EndpointAdministration endpoints;

    SeedDirectory(SeedPlan plan, SeedClock clock, ConfigStore store, Sequence sequence) {
        this.plan = plan;
        this.clock = clock;
        Profiles profiles = BuiltInProfiles.profiles();
        Random random = new Random(1);
        Configuration configuration =
                new Configuration(new Directory(store.load()), store, _ -> {});
        this.organisations = new OrganisationAdministration(configuration, profiles, sequence);
        this.endpoints =
                new EndpointAdministration(
                        configuration, profiles, sequence, count -> bytes(random, count), NO_TESTS);
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** {@code progress} hears of every organisation's number of endpoints. */
    List<SeedOwner> make(Consumer<String> progress) {
        List<SeedOwner> owners = new ArrayList<>();
        int left = plan.endpoints();
        for (int i = 0; i < plan.organisations(); i++) {
            int most = i == 0 ? left / 2 : left / (plan.organisations() - i);
            int count = plan.organisations() == 1 ? left : most;
            owners.add(owner(i, count));
            left -= count;
        }
        progress.accept(
                "%,d endpoints of %,d organisations"
                        .formatted(plan.endpoints(), plan.organisations()));
        return owners;
    }

    private SeedOwner owner(int number, int count) {
        String uid = number == 0 ? OrganisationAdministration.DEFAULT_UID : "customer-" + number;
        OrganisationId id =
                organisation(new NewOrganisation(uid, "Customer " + number, uid, PROFILE));
        List<EndpointId> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            EndpointSettings settings =
                    new SettingsDraft(EndpointSettings.of(url(number, i), PROFILE))
                            .name("Receiver %d of customer %d".formatted(i, number))
                            .eventTypes(SeedOwner.wants(i, count, plan.fan()))
                            .settings();
            made.add(
                    endpoint(new NewEndpoint(id, null, settings, null, NewEndpoint.Start.TRUSTED)));
        }
        return new SeedOwner(id, made, plan.fan());
    }

    /** Nothing listens there: what is sent again one day fails at once, and on this machine. */
    private static String url(int owner, int number) {
        return "http://127.0.0.1:9/receivers/%d/%d".formatted(owner, number);
    }

    private OrganisationId organisation(NewOrganisation wanted) {
        return switch (organisations.create(wanted, clock.millis())) {
            case OrganisationResult.Done(var organisation) -> organisation.id();
            case OrganisationResult.Refused(var why) ->
                    throw new IllegalStateException(wanted.name() + " was refused: " + why);
        };
    }

    private EndpointId endpoint(NewEndpoint wanted) {
        return switch (endpoints.create(wanted, Actor.POSTHORN, clock.millis())) {
            case EndpointResult.Done(var endpoint, _) -> endpoint.id();
            case EndpointResult.Refused(var why) ->
                    throw new IllegalStateException(wanted.settings() + " was refused: " + why);
        };
    }
}
