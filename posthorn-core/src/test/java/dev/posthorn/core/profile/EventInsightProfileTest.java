package dev.posthorn.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.event.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventInsightProfileTest {

    @ParameterizedTest
    @CsvSource({"created, new", "updated, update", "checked_in, checked_in"})
    void says_what_happened_in_its_own_words(String action, String word) {
        assertThat(body("user." + action, new EntityId.Numeric("81"), "{\"id\":81}"))
                .isEqualTo(
                        "{\"entity_id\":81,\"entity_type\":\"user\",\"action_type\":\"%s\","
                                        .formatted(word)
                                + "\"result\":{\"id\":81}}");
    }

    @Test
    void leaves_out_the_result_of_what_was_deleted() {
        assertThat(body("company.deleted", new EntityId.Text("c-\"5\""), "{\"id\":5}"))
                .isEqualTo(
                        "{\"entity_id\":\"c-\\\"5\\\"\",\"entity_type\":\"company\","
                                + "\"action_type\":\"delete\"}");
    }

    @Test
    void keeps_an_id_beyond_what_a_double_holds_and_one_that_is_missing() {
        assertThat(body("user.created", new EntityId.Numeric("9007199254740993"), "{}"))
                .startsWith("{\"entity_id\":9007199254740993,");
        assertThat(body("user.created", EntityId.NONE, "{}")).startsWith("{\"entity_id\":null,");
    }

    private static String body(String slug, EntityId entity, String data) {
        OutgoingRequest request =
                SampleEndpoints.render(
                        SampleEndpoints.endpoint("eventinsight"),
                        SampleEndpoints.event(slug, entity, data),
                        1);
        assertThat(request.method()).isEqualTo("POST");
        return SampleEndpoints.body(request);
    }
}
