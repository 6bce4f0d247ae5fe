package dev.posthorn.core.administration;

import static dev.posthorn.core.administration.Office.ACTOR;
import static dev.posthorn.core.administration.Office.LATER;
import static dev.posthorn.core.administration.Office.NOW;
import static dev.posthorn.core.administration.Office.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.administration.EndpointResult.Refused;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.endpoint.TestRecord.TypeTest;
import dev.posthorn.core.endpointtest.TestRequest;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.ConfigStore.Change;
import dev.posthorn.core.task.Task;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointAdministrationTest {
    private static final Secret GENERATED =
            new Secret("whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");

    private final Office office = new Office();

    private static UnaryOperator<EndpointSettings> with(UnaryOperator<SettingsDraft> change) {
        return settings -> change.apply(new SettingsDraft(settings)).settings();
    }

    private EndpointResult wish(Endpoint endpoint, EndpointUpdate.@Nullable Wish wish) {
        return office.endpoints.update(
                endpoint.id(),
                new EndpointUpdate(UnaryOperator.identity(), null, null, wish),
                ACTOR,
                LATER);
    }

    @Test
    void makes_an_endpoint_and_starts_its_test() {
        Endpoint made = office.made("ricloud");
        Endpoint expected =
                new Endpoint(
                        made.id(),
                        office.organisation,
                        null,
                        EndpointSettings.of("https://example.com/ricloud", "ricloud"),
                        EndpointSecrets.of(GENERATED),
                        EndpointState.NEW,
                        null,
                        NOW,
                        false,
                        NOW,
                        NOW,
                        null,
                        TestRecord.NONE,
                        1);
        assertThat(made).isEqualTo(expected);
        assertThat(office.directory.endpoint(made.id())).contains(expected);
        Task task = office.ordered.getFirst().task();
        assertThat(office.ordered)
                .containsExactly(new TestRequest(task, expected.id(), ACTOR.account(), null));
        assertThat(task)
                .isEqualTo(
                        new Task(
                                task.id(),
                                office.organisation,
                                null,
                                "webhook_config.test",
                                made.id().seq(),
                                Task.State.PENDING,
                                List.of(),
                                null,
                                NOW,
                                null,
                                null));
        assertThat(office.store.last())
                .containsExactly(
                        new Change.EndpointChange(expected),
                        new Change.OrganisationChange(office.owner()),
                        new Change.TaskChange(task));
    }

    @Test
    void makes_the_first_routed_endpoint_the_default() {
        NewEndpoint subscribed = office.wanted("standard");
        office.endpoints.create(
                new NewEndpoint(
                        subscribed.organisation(),
                        null,
                        with(draft -> draft.eventTypes(List.of("*"))).apply(subscribed.settings()),
                        null,
                        NewEndpoint.Start.TESTED),
                ACTOR,
                NOW);
        assertThat(office.owner().defaultEndpoint()).isNull();
        Endpoint first = office.made("ricloud");
        office.made("ricloud");
        assertThat(office.owner().defaultEndpoint()).isEqualTo(first.id().seq());
    }

    @Test
    void makes_endpoints_that_are_not_tested() {
        assertThat(started(NewEndpoint.Start.TRUSTED))
                .extracting(Endpoint::state, Endpoint::stateReason)
                .containsExactly(EndpointState.VALID, "not tested");
        assertThat(started(NewEndpoint.Start.DEACTIVATED).state())
                .isEqualTo(EndpointState.DEACTIVATED);
        assertThat(office.ordered).isEmpty();
    }

    private Endpoint started(NewEndpoint.Start start) {
        NewEndpoint wanted = office.wanted("standard");
        return done(
                office.endpoints.create(
                        new NewEndpoint(
                                wanted.organisation(), null, wanted.settings(), null, start),
                        ACTOR,
                        NOW));
    }

    @Test
    void makes_a_key_pair_when_one_is_to_sign() {
        Endpoint endpoint = office.made("standard");
        assertThat(endpoint.secrets().ed25519()).isNull();
        Endpoint changed = done(office.update(endpoint, with(draft -> draft.options(ed25519()))));
        assertThat(changed.secrets().ed25519()).isNotNull();
    }

    private static ProfileOptions ed25519() {
        ProfileOptions plain = ProfileOptions.DEFAULTS;
        return new ProfileOptions(
                plain.appendEventId(),
                plain.methods(),
                plain.deleteBody(),
                plain.mode(),
                ProfileOptions.Signature.ED25519,
                plain.forgedTest());
    }

    @Test
    void refuses_what_cannot_be_made() {
        assertThat(create("nonsense", null, null))
                .isEqualTo(new Refused(new EndpointRejection.NoSuchProfile("nonsense")));
        assertThat(create("standard", null, "a secret of words"))
                .isEqualTo(
                        new Refused(
                                new EndpointRejection.BadSecret(
                                        "must be whsec_ followed by base64 of 24 to 64 bytes")));
        create("ricloud", "mine", "a secret of words");
        assertThat(create("ricloud", "mine", null))
                .isEqualTo(new Refused(new EndpointRejection.UidTaken("mine")));
        assertThat(office.endpoints.deactivate(new EndpointId(1), ACTOR, NOW))
                .isEqualTo(new Refused(new EndpointRejection.NoSuchEndpoint()));
    }

    private EndpointResult create(String profile, @Nullable String uid, @Nullable String secret) {
        return office.endpoints.create(
                new NewEndpoint(
                        office.organisation,
                        uid,
                        EndpointSettings.of("https://example.com", profile),
                        secret,
                        NewEndpoint.Start.TESTED),
                ACTOR,
                NOW);
    }

    @Test
    void tests_again_what_a_test_depends_on() {
        Endpoint before = office.valid("ricloud");
        office.ordered.clear();
        Endpoint after =
                done(office.update(before, with(draft -> draft.url("https://example.com/new"))));
        Endpoint expected =
                before.withSettings(
                                EndpointSettings.of("https://example.com/new", "ricloud"), LATER)
                        .withTests(false, TestRecord.NONE)
                        .withState(EndpointState.NEW, null, LATER);
        assertThat(after).isEqualTo(expected);
        assertThat(office.ordered).extracting(TestRequest::endpoint).containsExactly(expected.id());
    }

    @Test
    void leaves_the_rest_alone() {
        Endpoint before = office.valid("ricloud");
        office.ordered.clear();
        Endpoint after = done(office.update(before, with(draft -> draft.paused(true).name("x"))));
        assertThat(after)
                .isEqualTo(
                        before.withSettings(
                                with(draft -> draft.paused(true).name("x"))
                                        .apply(before.settings()),
                                LATER));
        assertThat(office.ordered).isEmpty();
    }

    @Test
    void writes_nothing_when_nothing_changes() {
        Endpoint before = office.valid("ricloud");
        int saved = office.store.size();
        assertThat(done(wish(before, null))).isEqualTo(before);
        assertThat(office.store.size()).isEqualTo(saved);
    }

    @Test
    void cancels_what_is_pending_when_it_is_deactivated() {
        Endpoint before = office.valid("ricloud");
        Endpoint after = done(office.endpoints.deactivate(before.id(), ACTOR, LATER));
        assertThat(after).isEqualTo(before.withState(EndpointState.DEACTIVATED, null, LATER));
        assertThat(office.store.last())
                .containsExactly(
                        new Change.EndpointChange(after),
                        new Change.CancelPending(after, "endpoint-deactivated", LATER));
        int saved = office.store.size();
        assertThat(done(office.endpoints.deactivate(before.id(), ACTOR, LATER + 1)))
                .isEqualTo(after);
        assertThat(office.store.size()).isEqualTo(saved);
    }

    @Test
    void stays_deactivated_until_its_owner_says_otherwise() {
        Endpoint off = done(office.endpoints.deactivate(office.made("ricloud").id(), ACTOR, NOW));
        office.ordered.clear();
        Endpoint moved =
                done(office.update(off, with(draft -> draft.url("https://example.com/new"))));
        assertThat(moved.state()).isEqualTo(EndpointState.DEACTIVATED);
        assertThat(office.ordered).hasSize(1);
        assertThat(done(wish(moved, EndpointUpdate.Wish.NEW)).state()).isEqualTo(EndpointState.NEW);
        assertThat(office.ordered).hasSize(2);
    }

    @Test
    void sorts_the_backlog_anew_when_the_order_changes() {
        Endpoint before = office.valid("ricloud");
        Endpoint after = done(office.update(before, with(draft -> draft.ordering(Ordering.FIFO))));
        assertThat(office.store.last())
                .containsExactly(new Change.EndpointChange(after), new Change.Reorder(after));
    }

    @Test
    void forgets_the_results_of_types_no_longer_wanted() {
        TypeTest passed = new TypeTest(NOW, true, "fine");
        TestRecord found =
                new TestRecord(Map.of("comment.created", passed, "comment.deleted", passed), null);
        Endpoint before =
                office.configuration
                        .changeEndpoint(
                                office.valid("fastcomments").id(),
                                one -> one.withTests(true, found))
                        .orElseThrow();
        Endpoint after =
                done(
                        office.update(
                                before,
                                with(draft -> draft.eventTypes(List.of("comment.created")))));
        assertThat(after.tests())
                .isEqualTo(new TestRecord(Map.of("comment.created", passed), null));
        assertThat(after.verified()).isTrue();
        assertThat(after.state()).isEqualTo(EndpointState.VALID);
    }

    @Test
    void changes_the_secret_and_tests_it() {
        Endpoint before = office.valid("ricloud");
        office.ordered.clear();
        Endpoint after =
                done(
                        office.endpoints.update(
                                before.id(),
                                new EndpointUpdate(
                                        UnaryOperator.identity(), null, "a secret of words", null),
                                ACTOR,
                                LATER));
        assertThat(after.secrets()).isEqualTo(EndpointSecrets.of(new Secret("a secret of words")));
        assertThat(office.ordered).hasSize(1);
        assertThat(office.update(after, with(draft -> draft.profile("standard"))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void tests_on_demand() {
        Endpoint endpoint = office.valid("fastcomments");
        office.ordered.clear();
        EndpointResult result =
                office.endpoints.test(endpoint.id(), "comment.created", ACTOR, LATER);
        Task task = office.ordered.getFirst().task();
        assertThat(office.ordered)
                .containsExactly(
                        new TestRequest(task, endpoint.id(), ACTOR.account(), "comment.created"));
        assertThat(office.store.last()).containsExactly(new Change.TaskChange(task));
        assertThat(done(result)).isEqualTo(endpoint);
    }
}
