package dev.posthorn.server.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing an operator can set: a flag, an environment variable or a line in the file.
 *
 * @param name as in the file; the flag puts {@code --} before it
 * @param standard the text taken when nobody sets it; null when there is none
 * @param unset what happens without a value, as documented: the standard text or a few words
 * @param secret whether its value never shows in any output
 * @param help one line, without a full stop
 */
public record Setting<T>(
        String name,
        Kind<T> kind,
        @Nullable String standard,
        String unset,
        boolean secret,
        String help) {

    static <T> Setting<T> setting(String name, Kind<T> kind, String standard, String help) {
        return new Setting<>(name, kind, standard, standard, false, help);
    }

    /** A setting without a standard value; {@code unset} says what its absence means. */
    static <T> Setting<T> optional(String name, Kind<T> kind, String unset, String help) {
        return new Setting<>(name, kind, null, unset, false, help);
    }

    static Setting<String> secret(String name, Kind<String> kind, String unset, String help) {
        return new Setting<>(name, kind, null, unset, true, help);
    }

    public String flag() {
        return "--" + name;
    }

    /** Such as {@code POSTHORN_MAX_IN_FLIGHT}. */
    public String variable() {
        return "POSTHORN_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What may be written, for help: {@code DURATION}, {@code HOST:PORT}. */
    public String form() {
        return kind.form();
    }
}
