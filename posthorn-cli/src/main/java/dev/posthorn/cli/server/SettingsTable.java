package dev.posthorn.cli.server;

import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Table;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Setting;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.settings.Source;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code --print-config} prints: every setting, its value and where it was set. */
final class SettingsTable {
    private SettingsTable() {}

    static void print(Settings settings, Output output) {
        if (output.isJson()) {
            output.json(json(settings));
            return;
        }
        var table = new Table(output.terminal(), List.of("SETTING", "VALUE", "FROM"));
        for (Setting<?> setting : Known.ALL) {
            boolean chosen = settings.source(setting) != Source.STANDARD;
            table.row(
                    List.of(
                            setting.name(),
                            settings.shown(setting),
                            settings.source(setting).word()),
                    List.of(Style.NAME, chosen ? Style.BOLD : Style.PLAIN, Style.DIM));
        }
        table.print();
    }

    private static ObjectNode json(Settings settings) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Setting<?> setting : Known.ALL) {
            all.putObject(setting.name())
                    .put("value", settings.shown(setting))
                    .put("from", settings.source(setting).word());
        }
        return all;
    }
}
