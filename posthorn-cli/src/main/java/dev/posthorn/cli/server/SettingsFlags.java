package dev.posthorn.cli.server;

import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A flag for every setting of a server, made from the table of settings. */
final class SettingsFlags {
    private SettingsFlags() {}

    static void addTo(CommandSpec command) {
        addTo(command, Known.ALL);
        for (String name : Known.notBuiltYet()) {
            // Hidden, but known: the refusal says more than "unknown option".
            command.addOption(flag(name).hidden(true).build());
        }
    }

    /** Those alone that the command has a use for. */
    static void addTo(CommandSpec command, List<Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            command.addOption(
                    flag(setting.name())
                            .paramLabel(setting.form())
                            .description(description(setting))
                            .build());
        }
    }

    /** Picocli takes descriptions for format strings. */
    private static String description(Setting<?> setting) {
        return (setting.help() + " (default: " + setting.unset() + ")").replace("%", "%%");
    }

    private static OptionSpec.Builder flag(String name) {
        return OptionSpec.builder("--" + name).type(String.class).arity("1");
    }

    /** What was given, by the names of the settings. */
    static Map<String, String> given(ParseResult parsed) {
        var given = new TreeMap<String, String>();
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName().substring(2);
            if (Known.byName(name).isPresent() || Known.notBuiltYet().contains(name)) {
                given.put(name, option.getValue());
            }
        }
        return given;
    }
}
