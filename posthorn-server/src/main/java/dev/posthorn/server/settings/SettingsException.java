package dev.posthorn.server.settings;

import java.util.List;

/** The settings stop the start: every problem found, each a sentence an operator can act on. */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
