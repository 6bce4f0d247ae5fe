package dev.posthorn.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.posthorn.core.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
    @ParameterizedTest
    @CsvSource({
        "user.updated, user.updated, true",
        "user.updated, user.updated.again, false",
        "user.updated, user.update, false",
        "user.*, user.updated, true",
        "user.*, user.address.updated, true",
        "user.*, user, false",
        "user.*, users.updated, false",
        "user.*, userx, false",
        "user.address.*, user.updated, false",
        "*, user.updated, true",
        "*, ping, true",
        "User.updated, user.updated, false"
    })
    void matches_slugs_and_what_lies_under_a_pattern(String pattern, String slug, boolean matches) {
        assertThat(new Subscription(pattern).matches(new EventType(slug), false))
                .isEqualTo(matches);
    }

    @Test
    void everything_is_not_what_posthorn_itself_tells() {
        EventType operational = new EventType("webhook_config.invalid");

        assertThat(new Subscription("*").matches(operational, true)).isFalse();
        assertThat(new Subscription("webhook_config.*").matches(operational, true)).isTrue();
        assertThat(new Subscription("webhook_config.invalid").matches(operational, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".*", "**", "*.updated", "user*", "user.*.updated", "a..*", "user."})
    void refuses_what_is_neither_a_slug_nor_a_pattern(String text) {
        assertThat(Subscription.isPattern(text)).isFalse();
        assertThatThrownBy(() -> new Subscription(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event type or pattern: " + text);
    }
}
