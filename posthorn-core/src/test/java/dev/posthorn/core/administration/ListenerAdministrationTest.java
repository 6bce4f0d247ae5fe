package dev.posthorn.core.administration;

import static dev.posthorn.core.administration.Office.ACTOR;
import static dev.posthorn.core.administration.Office.LATER;
import static dev.posthorn.core.administration.Office.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.ListenerAddress;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerAdministrationTest {
    private final Office office = new Office();
    private final ListenerAdministration listeners =
            new ListenerAdministration(office.directory, office.endpoints);

    private NewListener wanted(String name) {
        String url = new ListenerAddress("acme", name).url();
        EndpointSettings settings =
                new SettingsDraft(EndpointSettings.of(url, "standard"))
                        .eventTypes(List.of("*"))
                        .settings();
        return new NewListener(office.organisation, settings, null);
    }

    private Endpoint open(String name, long nowMs) {
        return switch (listeners.open(wanted(name), ACTOR, nowMs)) {
            case ListenerResult.Open(Endpoint endpoint) -> endpoint;
            case ListenerResult.Refused(var why) -> throw new AssertionError(why);
            case ListenerResult.TooMany(int most) -> throw new AssertionError(most);
        };
    }

    private void end(Endpoint endpoint, long nowMs) {
        listeners.end(endpoint.id(), Actor.POSTHORN, nowMs);
    }

    private Endpoint now(Endpoint endpoint) {
        return office.directory.endpoint(endpoint.id()).orElseThrow();
    }

    @Test
    void makes_an_endpoint_that_is_valid_at_once() {
        Endpoint made = open("laptop", NOW);
        assertThat(made.settings()).isEqualTo(wanted("laptop").settings());
        assertThat(made.state()).isEqualTo(EndpointState.VALID);
        assertThat(listeners.open()).containsExactly(made);
        assertThat(office.ordered).isEmpty();
        assertThat(office.owner().defaultEndpoint()).isNull();
    }

    @Test
    void a_name_keeps_its_endpoint_and_its_secret() {
        Endpoint before = open("laptop", NOW);
        end(before, NOW);
        assertThat(now(before).state()).isEqualTo(EndpointState.DEACTIVATED);
        assertThat(office.store.last())
                .containsExactly(
                        new Change.EndpointChange(now(before)),
                        new Change.CancelPending(now(before), "endpoint-deactivated", NOW));
        Endpoint again = open("laptop", LATER);
        assertThat(again.id()).isEqualTo(before.id());
        assertThat(again.secrets()).isEqualTo(before.secrets());
        assertThat(again.state()).isEqualTo(EndpointState.VALID);
    }

    @Test
    void one_that_is_open_is_not_written_again() {
        open("laptop", NOW);
        var writes = office.store.last();
        open("laptop", LATER);
        assertThat(office.store.last()).isSameAs(writes);
    }

    @Test
    void an_endpoint_that_became_something_else_is_left_alone() {
        Endpoint made = open("laptop", NOW);
        office.update(
                made,
                settings -> new SettingsDraft(settings).url("https://example.com/in").settings());
        end(made, LATER);
        assertThat(now(made).state()).isNotEqualTo(EndpointState.DEACTIVATED);
        assertThat(open("laptop", LATER).id()).isNotEqualTo(made.id());
    }

    @Test
    void so_many_may_be_open_at_once() {
        for (int i = 0; i < ListenerAdministration.MOST_OPEN; i++) {
            open("laptop-" + i, NOW);
        }
        assertThat(listeners.open(wanted("one-more"), ACTOR, NOW))
                .isEqualTo(new ListenerResult.TooMany(ListenerAdministration.MOST_OPEN));
        assertThat(open("laptop-0", NOW).state()).isEqualTo(EndpointState.VALID);
    }

    @Test
    void of_many_names_the_one_unused_for_longest_gives_its_endpoint_away() {
        Endpoint oldest = null;
        for (int i = 0; i < ListenerAdministration.MOST_KEPT; i++) {
            Endpoint made = open("container-" + i, NOW);
            oldest = oldest == null ? made : oldest;
            end(made, NOW + i);
        }
        Secret own = new Secret("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz");
        NewListener wanted = wanted("container-new");
        listeners.open(
                new NewListener(office.organisation, wanted.settings(), own.text()), ACTOR, LATER);
        Endpoint made = now(oldest);
        assertThat(made.settings()).isEqualTo(wanted.settings());
        assertThat(made.secrets()).isEqualTo(EndpointSecrets.of(own));
        assertThat(made.state()).isEqualTo(EndpointState.VALID);
        assertThat(office.directory.endpoints(office.organisation))
                .hasSize(ListenerAdministration.MOST_KEPT);
    }
}
