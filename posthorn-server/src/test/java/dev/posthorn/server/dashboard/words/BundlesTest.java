package dev.posthorn.server.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Map<String, String> ENGLISH =
            Bundles.texts(Language.ENGLISH).orElseThrow();
    private static final Pattern SAID =
            Pattern.compile("\\b(say|count)\\(\\s*\"([a-z0-9.-]+)\"\\s*([,)])");

    private final Bundles bundles = Bundles.load();

    @Test
    void every_language_has_every_text_with_the_same_places() {
        for (Language language : bundles.languages()) {
            Map<String, String> texts = Bundles.texts(language).orElseThrow();
            assertThat(texts.keySet()).as(language.tag()).isEqualTo(ENGLISH.keySet());
            ENGLISH.forEach((key, english) ->
                    assertThat(places(texts.get(key)))
                            .as(language.tag() + " " + key)
                            .isEqualTo(places(english)));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(r -> places.add(r.group()));
        return places;
    }

    @Test
    void every_text_a_page_says_is_there() throws IOException {
        Path module =
                Files.exists(Path.of("src/main/jte")) ? Path.of("") : Path.of("posthorn-server");
        Set<String> missing = new TreeSet<>();
        missing.addAll(missing(module.resolve("src/main/jte")));
        missing.addAll(missing(module.resolve("src/main/java/dev/posthorn/server/dashboard")));
        assertThat(missing).isEmpty();
    }

    private static Set<String> missing(Path folder) throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(said -> missing.addAll(absent(said.group(1), said.group(2))));
            }
        }
        return missing;
    }

    private static Set<String> absent(String how, String key) {
        Set<String> absent = new TreeSet<>();
        for (String name : how.equals("say") ? Set.of(key) : Set.of(key + ".one", key + ".other")) {
            if (!ENGLISH.containsKey(name)) {
                absent.add(name);
            }
        }
        return absent;
    }

    @Test
    void speaks_what_was_chosen_else_what_is_accepted_else_english() {
        assertThat(bundles.of("en", "de").language()).isEqualTo(Language.ENGLISH);
        assertThat(bundles.of("", "xx, en-GB;q=0.7").language()).isEqualTo(Language.ENGLISH);
        assertThat(bundles.of("xx", "not; a, header;q=z").language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void counts_and_puts_in() {
        Words words = bundles.of("en", "");

        assertThat(words.count("webhooks.count", 1)).isEqualTo("1 webhook");
        assertThat(words.count("webhooks.count", 12_345)).isEqualTo("12,345 webhooks");
        assertThat(words.say("signin.title")).isEqualTo("Sign in to Posthorn");
        assertThat(words.say("account.of", "{0} <b>")).isEqualTo("Account of {0} <b>");
    }
}
