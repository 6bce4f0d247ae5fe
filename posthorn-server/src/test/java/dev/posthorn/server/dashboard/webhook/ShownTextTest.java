package dev.posthorn.server.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {
    private static ShownText plain(String text) {
        return new ShownText(text, false);
    }

    private static ShownText hidden(String name) {
        return new ShownText(name, true);
    }

    @Test
    void names_what_nobody_sees() {
        assertThat(ShownText.of("a\u202eb\u0000\u200b\n\tc"))
                .containsExactly(
                        plain("a"),
                        hidden("U+202E"),
                        plain("b"),
                        hidden("U+0000"),
                        hidden("U+200B"),
                        plain("\n\tc"));
    }

    @Test
    void leaves_everything_else_as_it_is() {
        assertThat(ShownText.of("é 😀 <b>")).containsExactly(plain("é 😀 <b>"));
        assertThat(ShownText.of("")).isEmpty();
    }
}
