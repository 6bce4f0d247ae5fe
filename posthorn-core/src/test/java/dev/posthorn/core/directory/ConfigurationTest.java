package dev.posthorn.core.directory;

import static dev.posthorn.core.directory.SampleConfig.organisation;
import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.directory.Configuration.Decision;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final Endpoint BEFORE = endpoint(9).of(1).in(EndpointState.NEW).build();
    private static final Endpoint AFTER = endpoint(9).of(1).in(EndpointState.VALID).build();

    private final ScriptedConfigStore store = new ScriptedConfigStore();
    private final Directory directory = SampleConfig.directory(organisation(1), BEFORE);
    private final List<Endpoint> heard = new ArrayList<>();
    private final Configuration configuration = new Configuration(directory, store, this::hear);

    private void hear(Endpoint changed) {
        assertThat(directory.endpoint(changed.id())).contains(changed);
        heard.add(changed);
    }

    @Test
    void a_change_is_written_applied_and_made_known_in_this_order() {
        store.whileSaving =
                () -> {
                    assertThat(directory.endpoint(BEFORE.id())).contains(BEFORE);
                    assertThat(heard).isEmpty();
                };

        assertThat(configuration.changeEndpoint(BEFORE.id(), _ -> AFTER)).contains(AFTER);

        assertThat(store.saved).containsExactly(List.of(new Change.EndpointChange(AFTER)));
        assertThat(directory.endpoint(BEFORE.id())).contains(AFTER);
        assertThat(heard).containsExactly(AFTER);
    }

    @Test
    void what_could_not_be_written_changes_nothing() {
        store.fails = true;

        assertThatThrownBy(() -> configuration.changeEndpoint(BEFORE.id(), _ -> AFTER))
                .hasMessage("disk full");

        assertThat(directory.endpoint(BEFORE.id())).contains(BEFORE);
        assertThat(heard).isEmpty();
    }

    @Test
    void after_a_failure_changes_are_possible_again() {
        store.fails = true;
        assertThatThrownBy(() -> configuration.changeEndpoint(BEFORE.id(), _ -> AFTER))
                .hasMessage("disk full");
        store.fails = false;

        assertThat(configuration.changeEndpoint(BEFORE.id(), _ -> AFTER)).contains(AFTER);
    }

    @Test
    void a_decision_to_leave_things_as_they_are_writes_nothing() {
        String answer = configuration.change(() -> new Decision<>(List.of(), "as it was"));

        assertThat(answer).isEqualTo("as it was");
        assertThat(store.saved).isEmpty();
    }

    @Test
    void an_endpoint_that_does_not_change_is_not_written() {
        assertThat(configuration.changeEndpoint(BEFORE.id(), same -> same)).contains(BEFORE);

        assertThat(store.saved).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void an_endpoint_nobody_knows_is_not_changed() {
        assertThat(configuration.changeEndpoint(new EndpointId(404), _ -> AFTER)).isEmpty();

        assertThat(store.saved).isEmpty();
    }

    @Test
    void several_changes_are_written_together() {
        Organisation changed = organisation(1).withDefaultEndpoint(9L);
        List<Change> changes =
                List.of(new Change.EndpointChange(AFTER), new Change.OrganisationChange(changed));

        configuration.change(() -> new Decision<>(changes, ""));

        assertThat(store.saved).containsExactly(changes);
        assertThat(directory.organisation(changed.id())).contains(changed);
        assertThat(directory.endpoint(AFTER.id())).contains(AFTER);
    }

    @Test
    void who_hears_of_a_change_may_make_another() {
        List<Endpoint> told = new ArrayList<>();
        Configuration[] self = new Configuration[1];
        self[0] =
                new Configuration(
                        directory,
                        store,
                        endpoint -> {
                            told.add(endpoint);
                            self[0].changeEndpoint(endpoint.id(), _ -> AFTER);
                        });
        Endpoint between = endpoint(9).of(1).in(EndpointState.INVALID).build();

        self[0].changeEndpoint(BEFORE.id(), _ -> between);

        assertThat(told).containsExactly(between, AFTER);
        assertThat(directory.endpoint(BEFORE.id())).contains(AFTER);
    }

    @Test
    void changes_of_many_threads_happen_one_after_another() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(this::countUp));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(directory.endpoint(BEFORE.id()))
                .map(Endpoint::revision)
                .contains(BEFORE.revision() + 4 * 200);
        assertThat(heard).extracting(Endpoint::revision).isSorted().hasSize(4 * 200);
    }

    private void countUp() {
        for (int i = 0; i < 200; i++) {
            configuration.changeEndpoint(
                    BEFORE.id(), endpoint -> endpoint.withSettings(endpoint.settings(), 0));
        }
    }
}
