package dev.posthorn.server.settings;

/** Where the value of a setting came from; each one outranks those before it. */
public enum Source {
    STANDARD("default"),
    FILE("file"),
    ENVIRONMENT("environment"),
    FLAG("flag");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    /** As shown to the operator. */
    public String word() {
        return word;
    }
}
