package dev.posthorn.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.store.IdempotencyMark;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final OrganisationId ORGANISATION = new OrganisationId(7);
    private static final EntityId ENTITY = new EntityId.Text("42");
    private final Idempotency idempotency = new Idempotency(Duration.ofHours(24));

    @Test
    void an_event_without_a_key_is_not_marked() {
        assertThat(mark(ORGANISATION, event("user.updated", ENTITY, "{}", null))).isNull();
    }

    @Test
    void a_mark_lasts_for_the_window() {
        assertThat(mark(ORGANISATION, event("user.updated", ENTITY, "{}", "k")).expiresMs())
                .isEqualTo(NOW + 86_400_000);
    }

    @Test
    void a_repeat_has_the_same_mark() {
        assertThat(mark(ORGANISATION, event("user.updated", ENTITY, "{}", "k")))
                .usingRecursiveComparison()
                .isEqualTo(mark(ORGANISATION, event("user.updated", ENTITY, "{}", "k")));
    }

    @Test
    void another_organisation_s_key_is_another_key() {
        NewEvent event = event("user.updated", ENTITY, "{}", "k");

        assertThat(mark(ORGANISATION, event).keyHash())
                .hasSize(32)
                .isNotEqualTo(mark(new OrganisationId(8), event).keyHash());
    }

    @Test
    void another_key_is_another_mark_for_the_same_payload() {
        IdempotencyMark one = mark(ORGANISATION, event("user.updated", ENTITY, "{}", "k"));
        IdempotencyMark other = mark(ORGANISATION, event("user.updated", ENTITY, "{}", "l"));

        assertThat(one.keyHash()).isNotEqualTo(other.keyHash());
        assertThat(one.payloadHash()).isEqualTo(other.payloadHash());
    }

    @Test
    void type_entity_and_data_make_the_payload() {
        byte[] payload = payloadHash("user.updated", ENTITY, "{}");

        assertThat(payload)
                .hasSize(32)
                .isNotEqualTo(payloadHash("user.created", ENTITY, "{}"))
                .isNotEqualTo(payloadHash("user.updated", new EntityId.Text("43"), "{}"))
                .isNotEqualTo(payloadHash("user.updated", new EntityId.Numeric("42"), "{}"))
                .isNotEqualTo(payloadHash("user.updated", EntityId.NONE, "{}"))
                .isNotEqualTo(payloadHash("user.updated", ENTITY, "{ }"));
    }

    @Test
    void what_ends_one_part_does_not_begin_the_next() {
        assertThat(payloadHash("user", new EntityId.Text("1"), "{}"))
                .isNotEqualTo(payloadHash("users1", EntityId.NONE, "{}"));
    }

    private byte[] payloadHash(String type, EntityId entity, String data) {
        return mark(ORGANISATION, event(type, entity, data, "k")).payloadHash();
    }

    private IdempotencyMark mark(OrganisationId organisation, NewEvent event) {
        return idempotency.mark(organisation, event, NOW);
    }

    private static NewEvent event(
            String type, EntityId entity, String data, @Nullable String idempotencyKey) {
        return new NewEvent(
                new EventType(type),
                entity,
                List.of(),
                new Payload(data.getBytes(StandardCharsets.UTF_8)),
                null,
                idempotencyKey);
    }
}
