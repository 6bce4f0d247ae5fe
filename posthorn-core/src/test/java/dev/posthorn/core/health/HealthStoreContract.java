package dev.posthorn.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.EndpointId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of health does. */
public interface HealthStoreContract {
    EndpointHealth FAILING =
            new EndpointHealth(
                    new EndpointId(7),
                    new FailureStreak(1_774_000_000_000L, 1_774_000_900_000L, 12, 3, 20_532, true),
                    Missed.NONE);
    EndpointHealth MISSING =
            new EndpointHealth(new EndpointId(8), null, new Missed(5, 1_774_000_000_123L));
    EndpointHealth NEW_STREAK =
            new EndpointHealth(new EndpointId(9), FailureStreak.begunAt(5), Missed.NONE);

    /** An empty store. */
    HealthStore store();

    @Test
    default void remembers_troubles() {
        HealthStore store = store();
        store.save(List.of(FAILING, MISSING));
        store.save(List.of(NEW_STREAK));
        assertThat(store.load()).containsExactlyInAnyOrder(FAILING, MISSING, NEW_STREAK);
    }

    @Test
    default void replaces_what_it_knew_and_forgets_what_is_well() {
        HealthStore store = store();
        store.save(List.of(FAILING, MISSING));
        EndpointHealth both =
                new EndpointHealth(MISSING.endpoint(), FAILING.streak(), MISSING.missed());
        store.save(List.of(EndpointHealth.good(FAILING.endpoint()), both));
        assertThat(store.load()).containsExactly(both);
    }
}
