package dev.posthorn.core.administration;

import static dev.posthorn.core.administration.Office.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.administration.KeyResult.Done;
import dev.posthorn.core.administration.KeyResult.Refused;
import dev.posthorn.core.organisation.Key;
import dev.posthorn.core.organisation.KeyId;
import dev.posthorn.core.organisation.KeyState;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.organisation.Scope;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyAdministrationTest {
    private final Office office = new Office();

    private KeyResult create(
            @Nullable OrganisationId organisation, @Nullable Long endpoint, Scope... scopes) {
        return office.keys.create(
                new NewKey(organisation, "name", Set.of(scopes), endpoint, null), "hash", NOW);
    }

    @Test
    void makes_a_key_that_is_known_by_its_token() {
        KeyResult result = create(office.organisation, null, Scope.PUBLISH, Scope.READ);
        Key key = office.directory.keyByHash("hash").orElseThrow();
        assertThat(key)
                .isEqualTo(
                        new Key(
                                key.id(),
                                office.organisation,
                                "name",
                                Set.of(Scope.PUBLISH, Scope.READ),
                                "hash",
                                KeyState.ACTIVE,
                                null,
                                NOW,
                                null));
        assertThat(result).isEqualTo(new Done(key));
    }

    @Test
    void keeps_the_operators_keys_and_the_organisations_apart() {
        Refused unfit = new Refused(new KeyRejection.ScopesDoNotFit());
        assertThat(create(office.organisation, null, Scope.OPERATOR)).isEqualTo(unfit);
        assertThat(create(null, null, Scope.MANAGE)).isEqualTo(unfit);
        assertThat(create(null, null, Scope.OPERATOR, Scope.PUBLISH)).isInstanceOf(Done.class);
        assertThat(create(office.organisation, null))
                .isEqualTo(new Refused(new KeyRejection.NoScopes()));
    }

    @Test
    void names_only_endpoints_of_its_own_organisation() {
        long endpoint = office.made("ricloud").id().seq();
        assertThat(create(office.organisation, endpoint, Scope.READ)).isInstanceOf(Done.class);
        Refused unknown = new Refused(new KeyRejection.NoSuchEndpoint());
        assertThat(create(new OrganisationId(1), endpoint, Scope.READ))
                .isEqualTo(new Refused(new KeyRejection.NoSuchOrganisation()));
        assertThat(create(null, endpoint, Scope.PUBLISH)).isEqualTo(unknown);
        assertThat(create(office.organisation, 1L, Scope.READ)).isEqualTo(unknown);
    }

    @Test
    void forgets_the_old_token_when_it_is_replaced() {
        create(office.organisation, null, Scope.READ);
        Key before = office.directory.keyByHash("hash").orElseThrow();
        office.keys.update(before.id(), key -> withHash(key, "other"));
        assertThat(office.directory.keyByHash("hash")).isEmpty();
        assertThat(office.directory.keyByHash("other")).contains(withHash(before, "other"));
        assertThat(office.keys.update(new KeyId(1), UnaryOperator.identity()))
                .isEqualTo(new Refused(new KeyRejection.NoSuchKey()));
    }

    private static Key withHash(Key key, String hash) {
        return new Key(
                key.id(),
                key.organisation(),
                key.name(),
                key.scopes(),
                hash,
                key.state(),
                key.endpoint(),
                key.createdMs(),
                key.expiresMs());
    }
}
