package dev.posthorn.server.dashboard.words;

import java.util.Locale;
import java.util.Optional;

/** A language the dashboard speaks, once there is a bundle for it. */
public enum Language {
    ENGLISH("en", "English"),
    DUTCH("nl", "Nederlands"),
    SPANISH("es", "Español"),
    GERMAN("de", "Deutsch");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** As in {@code lang}. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
