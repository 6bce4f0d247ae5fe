package dev.posthorn.server.api.resource;

import static dev.posthorn.server.api.resource.Shown.ENDPOINT;
import static dev.posthorn.server.api.resource.Shown.NOW;
import static dev.posthorn.server.api.resource.Shown.NOW_TEXT;
import static dev.posthorn.server.api.resource.Shown.ORGANISATION;
import static dev.posthorn.server.api.resource.Shown.endpoint;
import static dev.posthorn.server.api.resource.Shown.id;
import static dev.posthorn.server.api.resource.Shown.json;
import static dev.posthorn.server.api.resource.Shown.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Organisation.Standing;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.core.store.ConfigStore.Snapshot;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resources {@code key} and {@code organisation}. */
class ConfigurationFieldsTest {
    private static final KeyFields KEY = new KeyFields();

    @Test
    void a_new_key_shows_its_token() {
        assertThat(one(new KeyView(key(null), "posthorn_abc", null, NOW), KEY))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"key","organisation":%s,"name":"ci",
                                "scopes":["publish","read"],"webhook_config":%s,"state":"active",
                                "token":"posthorn_abc","date_created":"%s","date_expires":null,
                                "date_last_used":null}
                                """,
                                id(5), id(ORGANISATION.seq()), id(ENDPOINT.seq()), NOW_TEXT));
    }

    @Test
    void a_key_shows_no_token_again() {
        assertThat(one(new KeyView(key(null), null, NOW, NOW), KEY))
                .doesNotContain("token", "hash")
                .endsWith("\"date_last_used\":\"" + NOW_TEXT + "\"}");
    }

    @Test
    void a_key_past_its_time_has_expired() {
        assertThat(one(new KeyView(key(NOW), null, null, NOW), KEY))
                .contains("\"state\":\"expired\"")
                .contains("\"date_expires\":\"" + NOW_TEXT + "\"");
    }

    @Test
    void an_organisation_lists_its_endpoints() {
        assertThat(one(organisation(Standing.OPEN), fields(EndpointState.VALID)))
                .isEqualTo(
                        json(
                                """
                                {"id":%s,"resource":"organisation","uid":"acme","name":"Acme \\"1\\"",
                                "slug":"acme","default_profile":"ricloud","webhook_configs":[%s],
                                "webhook_config_default":%s,"paused":false,"state":"active",
                                "date_created":"%s"}
                                """,
                                id(ORGANISATION.seq()),
                                id(ENDPOINT.seq()),
                                id(ENDPOINT.seq()),
                                NOW_TEXT));
    }

    @Test
    void deactivated_endpoints_are_not_listed() {
        assertThat(one(organisation(Standing.OPEN), fields(EndpointState.DEACTIVATED)))
                .contains("\"webhook_configs\":[],");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, VALID, active",
        "OPEN, NEW, unconfigured",
        "BLOCKED, VALID, blocked",
        "DEACTIVATED, VALID, deactivated"
    })
    void an_organisation_is_active_once_an_endpoint_is_valid(
            Standing standing, EndpointState endpoint, String state) {
        assertThat(one(organisation(standing), fields(endpoint)))
                .contains("\"state\":\"" + state + "\"");
    }

    private static Key key(Long expiresMs) {
        return new Key(
                new KeyId(5),
                ORGANISATION,
                "ci",
                Set.of(Scope.READ, Scope.PUBLISH),
                "0123hash",
                KeyState.ACTIVE,
                ENDPOINT.seq(),
                NOW,
                expiresMs);
    }

    private static Organisation organisation(Standing standing) {
        return new Organisation(
                ORGANISATION,
                "acme",
                "Acme \"1\"",
                "acme",
                "ricloud",
                ENDPOINT.seq(),
                false,
                standing,
                NOW);
    }

    private static OrganisationFields fields(EndpointState state) {
        var endpoint = endpoint(EndpointSettings.of("https://example.com", "ricloud"), state);
        return new OrganisationFields(
                new Directory(new Snapshot(List.of(), List.of(), List.of(endpoint))));
    }
}
