package dev.posthorn.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {
    private static final Pattern SLUG =
            Pattern.compile("(?=.{1,128}\\z)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){0,7}");

    @ParameterizedTest
    @CsvSource({
        "user.updated, user, updated",
        "comment.deleted, comment, deleted",
        "billing.invoice.paid, billing.invoice, paid",
        "webhook_config.test, webhook_config, test",
        "ping, ping, ''",
        "A-1._.z, A-1._, z"
    })
    void the_entity_stands_before_the_last_dot_and_the_action_after_it(
            String slug, String entity, String action) {
        EventType type = new EventType(slug);

        assertThat(type.entity()).isEqualTo(entity);
        assertThat(type.action()).isEqualTo(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "a.", ".a", "a..b", "a b", "a/b", "*", "a.*", "ü", "a\n", "a\u0000"
            })
    void refuses_what_is_no_slug(String text) {
        assertThat(EventType.isSlug(text)).isFalse();
        assertThatThrownBy(() -> new EventType(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event type: " + text);
    }

    @Test
    void has_at_most_eight_parts() {
        assertThat(EventType.isSlug("a.b.c.d.e.f.g.h")).isTrue();
        assertThat(EventType.isSlug("a.b.c.d.e.f.g.h.i")).isFalse();
    }

    @Test
    void has_at_most_128_characters() {
        assertThat(EventType.isSlug("a".repeat(128))).isTrue();
        assertThat(EventType.isSlug("a".repeat(129))).isFalse();
        assertThat(EventType.isSlug("a".repeat(64) + "." + "b".repeat(63))).isTrue();
        assertThat(EventType.isSlug("a".repeat(64) + "." + "b".repeat(64))).isFalse();
    }

    @Test
    void agrees_with_its_grammar_on_any_text() {
        String alphabet = "abzABZ059_-..... *ü\n";
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(EventType.isSlug(text.toString()))
                    .as(text.toString())
                    .isEqualTo(SLUG.matcher(text).matches());
        }
    }
}
