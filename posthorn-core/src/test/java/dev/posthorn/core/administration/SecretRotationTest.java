package dev.posthorn.core.administration;

import static dev.posthorn.core.administration.Office.LATER;
import static dev.posthorn.core.administration.Office.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.administration.EndpointResult.Refused;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.EndpointSecrets.Previous;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.core.store.ConfigStore.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretRotationTest {
    private static final long DAY_MS = 86_400_000;

    private final Office office = new Office();

    private EndpointResult rotate(
            Endpoint endpoint, @Nullable String own, long graceMs, long nowMs) {
        return office.endpoints.rotate(endpoint.id(), new SecretRotation(own, graceMs), nowMs);
    }

    private static String own(int n) {
        return "a secret of words " + n;
    }

    @Test
    void changes_nothing_but_the_secrets() {
        Endpoint before = office.valid("ricloud");
        office.ordered.clear();
        Endpoint after = done(rotate(before, own(1), DAY_MS, LATER));
        EndpointSecrets secrets =
                new EndpointSecrets(
                        new Secret(own(1)),
                        List.of(new Previous(before.secrets().current(), LATER + DAY_MS)),
                        null);
        assertThat(after).isEqualTo(before.withSecrets(secrets, LATER));
        assertThat(office.ordered).isEmpty();
        assertThat(office.store.last()).containsExactly(new Change.EndpointChange(after));
    }

    @Test
    void keeps_several_old_secrets_newest_first_until_each_ends() {
        Endpoint endpoint = office.valid("ricloud");
        Secret first = endpoint.secrets().current();
        done(rotate(endpoint, own(1), 1000, LATER));
        done(rotate(endpoint, own(2), DAY_MS, LATER + 1));
        assertThat(done(rotate(endpoint, own(3), DAY_MS, LATER + 2)).secrets().previous())
                .containsExactly(
                        new Previous(new Secret(own(2)), LATER + 2 + DAY_MS),
                        new Previous(new Secret(own(1)), LATER + 1 + DAY_MS),
                        new Previous(first, LATER + 1000));
        assertThat(done(rotate(endpoint, own(4), 0, LATER + 1000)).secrets())
                .isEqualTo(
                        new EndpointSecrets(
                                new Secret(own(4)),
                                List.of(
                                        new Previous(new Secret(own(2)), LATER + 2 + DAY_MS),
                                        new Previous(new Secret(own(1)), LATER + 1 + DAY_MS)),
                                null));
    }

    @Test
    void signs_once_with_an_old_secret_that_is_in_use_again() {
        Endpoint endpoint = office.valid("ricloud");
        done(rotate(endpoint, own(1), DAY_MS, LATER));
        done(rotate(endpoint, own(2), DAY_MS, LATER));
        Endpoint back = done(rotate(endpoint, own(1), 0, LATER));
        assertThat(back.secrets().previous())
                .extracting(Previous::secret)
                .containsExactly(endpoint.secrets().current());
    }

    @Test
    void has_a_limit_on_old_secrets() {
        Endpoint endpoint = office.valid("ricloud");
        for (int i = 0; i < SecretRotation.MAX_OLD_SECRETS; i++) {
            done(rotate(endpoint, own(i), DAY_MS + i, LATER));
        }
        assertThat(rotate(endpoint, own(10), DAY_MS, LATER))
                .isEqualTo(
                        new Refused(new EndpointRejection.TooManyOldSecrets(10, LATER + DAY_MS)));
        assertThat(rotate(endpoint, own(11), DAY_MS, LATER + DAY_MS))
                .isInstanceOf(EndpointResult.Done.class);
    }

    @Test
    void an_update_of_the_secret_leaves_no_old_one() {
        Endpoint endpoint = office.valid("ricloud");
        done(rotate(endpoint, own(1), DAY_MS, LATER));
        Endpoint after =
                done(
                        office.endpoints.update(
                                endpoint.id(),
                                new EndpointUpdate(one -> one, null, own(2), null),
                                Office.ACTOR,
                                LATER));
        assertThat(after.secrets()).isEqualTo(EndpointSecrets.of(new Secret(own(2))));
    }
}
