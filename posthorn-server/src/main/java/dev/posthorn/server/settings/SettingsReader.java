package dev.posthorn.server.settings;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads settings from a file, the environment and flags; each outranks those before it. Collects
 * every problem before it refuses.
 */
public final class SettingsReader {
    private static final String PREFIX = "POSTHORN_";

    /** Variables of the command line and of the launcher, which are not settings of a server. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("POSTHORN_URL", "POSTHORN_TOKEN", "POSTHORN_JAVA_OPTS");

    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Settings settings = Settings.standard();

    private SettingsReader() {}

    /**
     * What was read.
     *
     * @param warnings sentences for the operator that do not stop the start
     */
    public record Result(Settings settings, List<String> warnings) {
        public Result {
            warnings = List.copyOf(warnings);
        }
    }

    /** Throws {@link SettingsException} when anything is unknown or no value of its setting. */
    public static Result read(SettingsInput input) {
        var reader = new SettingsReader();
        new TreeMap<>(input.file()).forEach((n, text) -> reader.line(input.fileName(), n, text));
        new TreeMap<>(input.environment()).forEach(reader::variable);
        new TreeMap<>(input.flags()).forEach(reader::flag);
        reader.fromFile(Known.ADMIN_TOKEN_FILE, Known.ADMIN_TOKEN);
        reader.fromFile(Known.MASTER_KEY_FILE, Known.MASTER_KEY);
        if (!reader.problems.isEmpty()) {
            throw new SettingsException(reader.problems);
        }
        return new Result(reader.settings, reader.warnings);
    }

    private void line(String file, String name, String text) {
        apply(name, text, Source.FILE, file + ": " + name);
    }

    private void flag(String name, String text) {
        apply(name, text, Source.FLAG, "--" + name);
    }

    private void variable(String variable, String text) {
        if (!variable.startsWith(PREFIX) || NOT_SETTINGS.contains(variable)) {
            return;
        }
        String name = nameOf(variable);
        if (Known.byName(name).isPresent() || Known.notBuiltYet().contains(name)) {
            apply(name, text, Source.ENVIRONMENT, variable);
        } else {
            warnings.add(
                    "environment variable "
                            + variable
                            + " is no setting of Posthorn and is ignored"
                            + Nearest.hint(variable, variables()));
        }
    }

    private static String nameOf(String variable) {
        String rest = variable.substring(PREFIX.length());
        return rest.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> variables() {
        return Known.ALL.stream().map(Setting::variable).toList();
    }

    private void apply(String name, String text, Source source, String as) {
        Setting<?> setting = Known.byName(name).orElse(null);
        if (setting == null) {
            problems.add(as + " " + refusal(name));
            return;
        }
        if (text.isEmpty() && !setting.equals(Known.EGRESS_ALLOW)) {
            return; // Empty means not set.
        }
        try {
            settings = settings.with(setting, text, source);
        } catch (NotAValue e) {
            problems.add(as + " " + e.getMessage() + shown(setting, text));
        }
    }

    private static String shown(Setting<?> setting, String text) {
        return setting.secret() ? "" : ", not \"" + text + "\"";
    }

    private static String refusal(String name) {
        return Known.notBuiltYet().contains(name)
                ? "is not available in this version: leave it out"
                : "is no setting of Posthorn" + Nearest.hint(name, names());
    }

    private static List<String> names() {
        return Stream.concat(Known.ALL.stream().map(Setting::name), Known.notBuiltYet().stream())
                .toList();
    }

    private void fromFile(Setting<Path> fileSetting, Setting<String> secret) {
        Path file = settings.find(fileSetting).orElse(null);
        if (file == null) {
            return;
        }
        if (settings.find(secret).isPresent()) {
            problems.add("give " + secret.name() + " or " + fileSetting.name() + ", not both");
            return;
        }
        try {
            settings =
                    settings.with(
                            secret, SettingsInput.secretIn(file), settings.source(fileSetting));
        } catch (NotAValue e) {
            problems.add(fileSetting.name() + ": the text in " + file + " " + e.getMessage());
        } catch (UncheckedIOException e) {
            problems.add(fileSetting.name() + ": " + file + " cannot be read");
        }
    }
}
