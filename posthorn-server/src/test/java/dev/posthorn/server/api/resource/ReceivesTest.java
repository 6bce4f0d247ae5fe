package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceivesTest {
    @Test
    void the_default_gets_what_no_key_sends_elsewhere() {
        assertThat(sentence(endpoint(null, List.of()), true, 0))
                .isEqualTo("every event that no key sends elsewhere");
        assertThat(sentence(endpoint(null, List.of()), true, 2))
                .isEqualTo("every event that no key sends elsewhere, and those of 2 keys");
    }

    @Test
    void a_routed_endpoint_gets_the_events_of_its_keys() {
        assertThat(sentence(endpoint(null, List.of()), false, 1))
                .isEqualTo("events published with 1 key");
        assertThat(sentence(endpoint(null, List.of()), false, 0))
                .isEqualTo("nothing: no key names it and it is not the organisation's default");
    }

    @Test
    void a_subscribed_endpoint_gets_what_it_lists() {
        assertThat(sentence(endpoint(List.of("user.*", "ping"), List.of("a", "b")), true, 1))
                .isEqualTo("events user.*, ping in channels a, b");
        assertThat(sentence(endpoint(List.of("*"), List.of()), false, 0)).isEqualTo("every event");
        assertThat(sentence(endpoint(List.of(), List.of()), false, 0))
                .isEqualTo("nothing: its list of event types is empty");
    }

    @Test
    void the_state_comes_first() {
        Endpoint all = endpoint(List.of("*"), List.of());

        assertThat(sentence(all.withState(EndpointState.NEW, null, NOW), false, 0))
                .isEqualTo("held until its test succeeds: every event");
        assertThat(sentence(all.withState(EndpointState.INVALID, null, NOW), false, 0))
                .isEqualTo("nothing while it is invalid; when valid, every event");
        assertThat(sentence(all.withState(EndpointState.DEACTIVATED, null, NOW), false, 0))
                .isEqualTo("nothing: it is deactivated");
    }

    private static String sentence(Endpoint endpoint, boolean isDefault, int keys) {
        Organisation organisation =
                new Organisation(
                        ORGANISATION,
                        null,
                        "Acme",
                        "acme",
                        "ricloud",
                        isDefault ? ENDPOINT.seq() : null,
                        false,
                        Standing.OPEN,
                        NOW);
        List<Key> named = IntStream.range(0, keys).mapToObj(ReceivesTest::key).toList();
        return new Receives(
                        new Directory(
                                new Snapshot(List.of(organisation), named, List.of(endpoint))))
                .sentence(endpoint);
    }

    private static Key key(int n) {
        return new Key(
                new KeyId(n),
                ORGANISATION,
                null,
                Set.of(Scope.PUBLISH),
                "hash" + n,
                KeyState.ACTIVE,
                ENDPOINT.seq(),
                NOW,
                null);
    }

    private static Endpoint endpoint(List<String> types, List<String> channels) {
        EndpointSettings settings =
                new EndpointSettings(
                        "https://example.com",
                        null,
                        null,
                        "standard",
                        types,
                        channels,
                        Map.of(),
                        ProfileOptions.DEFAULTS,
                        null,
                        Set.of(),
                        null,
                        null,
                        Ordering.NONE,
                        null,
                        false,
                        Map.of());
        return Shown.endpoint(settings, EndpointState.VALID);
    }
}
