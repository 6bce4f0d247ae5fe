package dev.posthorn.cli.server;

import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Setting;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A flag for every setting of a server, made from the table of settings. */
final class SettingsFlags {
    private SettingsFlags() {}

    static void addTo(CommandSpec command) {
        for (Setting<?> setting : Known.ALL) {
            command.addOption(
                    flag(setting.name())
                            .paramLabel(setting.form())
                            .description(description(setting))
                            .build());
        }
        for (String name : Known.notBuiltYet()) {
            // Hidden, but known: the refusal says more than "unknown option".
            command.addOption(flag(name).hidden(true).build());
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
