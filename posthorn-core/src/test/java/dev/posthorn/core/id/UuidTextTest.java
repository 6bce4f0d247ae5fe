package dev.posthorn.core.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {
    private static final String ID = "018bcfe5-6800-7000-8000-0123456789ab";
    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Test
    void reads_the_form_of_36_characters() {
        assertThat(UuidText.parse(ID)).contains(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "018bcfe5-6800-7000-8000-0123456789a",
                "018bcfe5-6800-7000-8000-0123456789abc",
                "018bcfe56-800-7000-8000-0123456789ab",
                "018bcfe5_6800_7000_8000_0123456789ab",
                "018bcfe5-6800-7000-8000-0123456789ag",
                "+18bcfe5-6800-7000-8000-0123456789ab",
                "{18bcfe5-6800-7000-8000-0123456789a}",
                "018bcfe5-6800-7000-8000-0123456789a\n",
                "٠18bcfe5-6800-7000-8000-0123456789ab"
            })
    void refuses_everything_else(String text) {
        assertThat(UuidText.parse(text)).isEmpty();
    }

    @Test
    void never_throws_and_never_takes_what_is_not_of_the_form() {
        String alphabet = "0123456789abcdefABCDEF-- gG٣\u0000+";
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(ID);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String candidate = text.substring(0, 36 - (random.nextInt(20) == 0 ? 1 : 0));

            assertThat(UuidText.parse(candidate))
                    .as(candidate)
                    .isEqualTo(
                            FORM.matcher(candidate).matches()
                                    ? Optional.of(UUID.fromString(candidate))
                                    : Optional.empty());
        }
    }
}
