package dev.posthorn.server.dashboard.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The words of every language there is a bundle for, and which of them somebody wants. */
public final class Bundles {
    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    private Bundles() {}

    /**
     * Reads {@code words_<tag>.properties}, UTF-8, of each language; English must be there, and
     * stands in for what another language lacks.
     */
    public static Bundles load() {
        Map<String, String> english =
                texts(Language.ENGLISH)
                        .orElseThrow(() ->
                                new IllegalStateException("the dashboard has no English words"));
        Bundles bundles = new Bundles();
        for (Language language : Language.values()) {
            texts(language)
                    .ifPresent(texts -> {
                        Map<String, String> all = new HashMap<>(english);
                        all.putAll(texts);
                        bundles.words.put(language, new Words(language, all));
                    });
        }
        return bundles;
    }

    /** Texts by key; empty when there is no bundle. */
    static Optional<Map<String, String>> texts(Language language) {
        String name = "words_" + language.tag() + ".properties";
        try (InputStream file = Bundles.class.getResourceAsStream(name)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
            return Optional.of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The languages somebody can choose from. */
    public List<Language> languages() {
        return List.copyOf(words.keySet());
    }

    /**
     * The words somebody wants.
     *
     * @param chosen tag of the language they chose, empty for none
     * @param accepted value of {@code Accept-Language}, empty for none
     */
    public Words of(String chosen, String accepted) {
        return Language.of(chosen)
                .flatMap(this::spoken)
                .or(() -> preferred(accepted))
                .orElseGet(() -> spoken(Language.ENGLISH).orElseThrow());
    }

    private Optional<Words> spoken(Language language) {
        return Optional.ofNullable(words.get(language));
    }

    /** RFC 9110, 12.5.4: {@code nl-BE, de;q=0.7}. */
    private Optional<Words> preferred(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Language.of(primary(range.getRange())).stream())
                    .flatMap(language -> spoken(language).stream())
                    .findFirst();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String primary(String range) {
        int dash = range.indexOf('-');
        return dash < 0 ? range : range.substring(0, dash);
    }
}
