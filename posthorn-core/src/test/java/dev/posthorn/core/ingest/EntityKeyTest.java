package dev.posthorn.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.EntityId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityKeyTest {
    @Test
    void one_entity_has_one_key() {
        assertThat(EntityKey.of(new EntityId.Text("u-1"), 5))
                .isEqualTo(EntityKey.of(new EntityId.Text("u-1"), 9));
    }

    /** Stored rows carry these keys: they must never change. */
    @Test
    void keys_are_fixed_for_good() {
        assertThat(EntityKey.of(new EntityId.Text("u-1"), 5))
                .isEqualTo(-5_211_300_176_711_490_526L);
        assertThat(EntityKey.of(new EntityId.Numeric("42"), 5))
                .isEqualTo(2_440_838_955_292_165_902L);
    }

    @Test
    void a_number_is_not_the_text_of_its_digits() {
        assertThat(EntityKey.of(new EntityId.Numeric("42"), 5))
                .isNotEqualTo(EntityKey.of(new EntityId.Text("42"), 5));
    }

    @Test
    void events_without_an_entity_wait_for_no_other() {
        assertThat(EntityKey.of(EntityId.NONE, 5)).isEqualTo(5);
        assertThat(EntityKey.of(EntityId.NONE, 6)).isEqualTo(6);
    }

    @Test
    void keys_of_many_entities_differ_and_are_never_zero() {
        Set<Long> keys = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            keys.add(EntityKey.of(new EntityId.Text("user-" + i), 5));
        }

        assertThat(keys).hasSize(100_000).doesNotContain(0L);
    }
}
