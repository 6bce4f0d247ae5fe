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

    private static final Pattern SPOKEN = Pattern.compile("\\p{L}{2}");

    /** The same in every language: names, units, keys of a keyboard. */
    private static final Pattern NAMES =
            Pattern.compile("\\b(Posthorn|HTTP/1\\.1|UTC|Ctrl|min|XX+|URL)\\b");

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
    void speaks_the_languages_of_the_manuals() {
        assertThat(bundles.languages()).containsExactly(Language.values());
    }

    @Test
    void every_text_a_page_says_is_there() throws IOException {
        Set<String> missing = new TreeSet<>();
        missing.addAll(missing(module().resolve("src/main/jte")));
        missing.addAll(missing(module().resolve("src/main/java/dev/posthorn/server/dashboard")));
        assertThat(missing).isEmpty();
    }

    private static Path module() {
        return Files.exists(Path.of("src/main/jte")) ? Path.of("") : Path.of("posthorn-server");
    }

    @Test
    void templates_say_nothing_that_is_not_in_the_bundles() throws IOException {
        Set<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(module().resolve("src/main/jte"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TemplateText.of(Files.readString(file)).stream()
                        .filter(text -> SPOKEN.matcher(NAMES.matcher(text).replaceAll("")).find())
                        .forEach(text -> said.add(file.getFileName() + ": " + text));
            }
        }
        assertThat(said).isEmpty();
    }

    @Test
    void finds_what_a_template_says_itself() {
        String template =
                """
                @import a.b.C
                @param C model
                @template.layout.app(title = frame.say("x"), content = @`
                @if(model.n() > 1 && "a)".isEmpty())<p title="Hello">${frame.say("a.b", "}")}</p>
                @else Bye@endif
                `)
                """;

        assertThat(TemplateText.of(template)).containsExactly("Hello", "Bye");
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
    void speaks_german_to_those_who_prefer_it_and_numbers_as_they_are_written_there() {
        Words german = bundles.of("", "de-AT, en;q=0.7");

        assertThat(german.language()).isEqualTo(Language.GERMAN);
        assertThat(german.count("webhooks.count", 12_345)).isEqualTo("12.345 Webhooks");
        assertThat(german.decimal(1_234.56, 1)).isEqualTo("1.234,6");
        assertThat(bundles.of("es", "de").language()).isEqualTo(Language.SPANISH);
        assertThat(bundles.of("", "nl-BE").say("signin.title")).isEqualTo("Aanmelden bij Posthorn");
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
