package dev.posthorn.core.directory;

import static dev.posthorn.core.directory.SampleConfig.key;
import static dev.posthorn.core.directory.SampleConfig.organisation;
import static dev.posthorn.core.endpoint.SampleEndpoint.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.routing.Route;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final EventType TYPE = new EventType("user.updated");

    @Test
    void knows_what_was_stored() {
        Organisation organisation = organisation(1);
        Key key = key(5, "aa");
        Endpoint endpoint = endpoint(9).of(1).build();
        Directory directory =
                new Directory(new Snapshot(List.of(organisation), List.of(key), List.of(endpoint)));

        assertThat(directory.organisations()).containsExactly(organisation);
        assertThat(directory.organisation(organisation.id())).contains(organisation);
        assertThat(directory.organisationByUid("uid-1")).contains(organisation);
        assertThat(directory.keys()).containsExactly(key);
        assertThat(directory.key(key.id())).contains(key);
        assertThat(directory.keyByHash("aa")).contains(key);
        assertThat(directory.endpoints()).containsExactly(endpoint);
        assertThat(directory.endpoint(endpoint.id())).contains(endpoint);
    }

    @Test
    void knows_nothing_else() {
        Directory directory = SampleConfig.directory(organisation(1));

        assertThat(directory.organisation(new OrganisationId(2))).isEmpty();
        assertThat(directory.organisationByUid("uid-2")).isEmpty();
        assertThat(directory.keyByHash("aa")).isEmpty();
        assertThat(directory.endpoint(endpoint(9).build().id())).isEmpty();
        assertThat(directory.endpoints(new OrganisationId(2))).isEmpty();
        assertThat(directory.hasValidEndpoint(new OrganisationId(2))).isFalse();
    }

    @Test
    void finds_an_organisation_by_the_own_id_it_has_and_not_by_the_one_it_had() {
        Organisation organisation = organisation(1);
        Directory directory = SampleConfig.directory(organisation);
        Organisation renamed =
                new Organisation(
                        organisation.id(),
                        "uid-2",
                        organisation.name(),
                        organisation.slug(),
                        organisation.defaultProfile(),
                        organisation.defaultEndpoint(),
                        organisation.paused(),
                        organisation.standing(),
                        organisation.createdMs());

        directory.put(renamed);

        assertThat(directory.organisationByUid("uid-1")).isEmpty();
        assertThat(directory.organisationByUid("uid-2")).contains(renamed);
    }

    @Test
    void finds_endpoints_by_owner_and_own_id() {
        Endpoint mine = endpoint(3).of(1).build().withUid("crm", 0);
        Endpoint theirs = endpoint(4).of(2).build().withUid("crm", 0);
        Directory directory = SampleConfig.directory(organisation(1), mine, theirs);
        assertThat(directory.endpoint(mine.organisation(), "crm")).contains(mine);
        assertThat(directory.endpoints("crm")).containsExactlyInAnyOrder(mine, theirs);

        Endpoint renamed = mine.withUid("erp", 0);
        directory.put(renamed);

        assertThat(directory.endpoint(mine.organisation(), "crm")).isEmpty();
        assertThat(directory.endpoint(mine.organisation(), "erp")).contains(renamed);
        assertThat(directory.endpoints("crm")).containsExactly(theirs);
        assertThat(directory.endpoints("unheard")).isEmpty();
    }

    @Test
    void lists_an_organisation_s_endpoints_oldest_first() {
        Endpoint younger = endpoint(12).of(1).build();
        Endpoint older = endpoint(3).of(1).build();
        Endpoint other = endpoint(7).of(2).build();
        Directory directory = SampleConfig.directory(organisation(1), younger, older, other);

        assertThat(directory.endpoints(new OrganisationId(1))).containsExactly(older, younger);
    }

    @Test
    void an_organisation_is_configured_once_an_endpoint_is_valid() {
        Endpoint untested = endpoint(1).of(1).in(EndpointState.NEW).build();
        Directory directory = SampleConfig.directory(organisation(1), untested);
        assertThat(directory.hasValidEndpoint(new OrganisationId(1))).isFalse();

        directory.put(endpoint(1).of(1).build());

        assertThat(directory.hasValidEndpoint(new OrganisationId(1))).isTrue();
    }

    @Test
    void a_key_with_a_new_token_is_no_longer_found_by_the_old_one() {
        Directory directory =
                new Directory(new Snapshot(List.of(), List.of(key(5, "aa")), List.of()));

        directory.put(key(5, "bb"));

        assertThat(directory.keyByHash("aa")).isEmpty();
        assertThat(directory.keyByHash("bb")).contains(key(5, "bb"));
        assertThat(directory.keys()).containsExactly(key(5, "bb"));
    }

    @Test
    void routes_by_what_is_in_force_after_each_change() {
        Organisation organisation = organisation(1);
        Directory directory = SampleConfig.directory(organisation);
        assertThat(route(directory, organisation)).isEqualTo(to());

        Endpoint first = endpoint(9).of(1).build();
        directory.put(first);
        assertThat(route(directory, organisation)).isEqualTo(to());
        directory.put(organisation.withDefaultEndpoint(9L));
        assertThat(route(directory, organisation)).isEqualTo(to(first));
        Endpoint invalid = endpoint(9).of(1).in(EndpointState.INVALID).build();
        directory.put(invalid);

        assertThat(route(directory, organisation))
                .isEqualTo(new Route(List.of(), List.of(invalid)));
    }

    @Test
    void routes_to_nobody_else_s_endpoints() {
        Endpoint mine = endpoint(1).of(1).subscribedTo("*").build();
        Endpoint theirs = endpoint(2).of(2).subscribedTo("*").build();
        Directory directory = SampleConfig.directory(organisation(1), mine, theirs);

        assertThat(route(directory, organisation(1))).isEqualTo(to(mine));
    }

    private static Route route(Directory directory, Organisation organisation) {
        return directory.routing(organisation).route(TYPE, List.of(), null);
    }

    private static Route to(Endpoint... endpoints) {
        return new Route(List.of(endpoints), List.of());
    }
}
