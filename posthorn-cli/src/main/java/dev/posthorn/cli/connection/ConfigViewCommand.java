package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Table;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "view",
        description = "Show which server and token are in use, and where they come from.")
final class ConfigViewCommand extends SettingsCommand {
    /**
     * {@code posthorn_} and three characters: enough to know it again, of no use to anyone else.
     */
    private static final int SHOWN = 12;

    ConfigViewCommand(Context context) {
        super(context);
    }

    @Override
    int run(ClientOptions.Chosen given, Output output) {
        ClientSettings settings = ClientSettings.of(given, context());
        ClientSettings.Chosen server = settings.server();
        var credential =
                new ClientSettings.Chosen(masked(settings.token()), settings.credential().from());
        if (output.isJson()) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            shown.set("url", json(server));
            shown.set("token", json(credential));
            output.json(shown);
            return 0;
        }
        var table = new Table(output.terminal(), List.of("SETTING", "VALUE", "FROM"));
        table.row(List.of("url", server.value(), server.from()), List.of(Style.NAME));
        table.row(List.of("token", credential.value(), credential.from()), List.of(Style.NAME));
        table.print();
        return 0;
    }

    private static ObjectNode json(ClientSettings.Chosen chosen) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", chosen.value())
                .put("from", chosen.from());
    }

    /** A short one shows nothing of itself. */
    private static String masked(String token) {
        if (token.isEmpty()) {
            return "none";
        }
        return (token.length() > 2 * SHOWN ? token.substring(0, SHOWN) : "") + "…";
    }
}
