package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.resource.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code posthorn pause --all} and {@code posthorn resume --all}. */
@Command
public final class PauseCommand extends ClientCommand {
    private final boolean paused;

    /** Asked for, so that nobody stops everything by a slip of the finger. */
    @SuppressWarnings("UnusedVariable") // Set by picocli, which refuses the command without.
    @Option(
            names = "--all",
            required = true,
            description =
                    "all organisations there are with an operator's token, else the key's own")
    private boolean all;

    private PauseCommand(Context context, boolean paused) {
        super(context);
        this.paused = paused;
    }

    public static CommandLine pause(Context context) {
        return of(
                new PauseCommand(context, true),
                "pause",
                "Hold all deliveries: events are still accepted, and nothing is sent.",
                "",
                "For one endpoint: posthorn endpoint pause ID.");
    }

    public static CommandLine resume(Context context) {
        return of(
                new PauseCommand(context, false),
                "resume",
                "Let all deliveries go on that were held by `posthorn pause --all`.",
                "",
                "Endpoints that were paused one by one stay so.");
    }

    private static CommandLine of(PauseCommand command, String name, String... description) {
        var line = new CommandLine(command);
        line.setCommandName(name);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        List<Organisation> changed = changed(client);
        if (output.isJson()) {
            var ids = JsonNodeFactory.instance.arrayNode();
            changed.forEach(organisation -> ids.add(organisation.id()));
            output.json(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("paused", paused)
                            .set("organisations", ids));
            return DONE;
        }
        print(changed, output.terminal());
        return DONE;
    }

    private void print(List<Organisation> changed, Terminal terminal) {
        changed.forEach(each -> terminal.line(each.id() + "  " + name(each)));
        String count = changed.size() + (changed.size() == 1 ? " organisation" : " organisations");
        String what = paused ? " paused; `posthorn resume --all` ends it" : " going on";
        terminal.line(terminal.paint(Style.GOOD, "✓ ") + count + what);
    }

    private List<Organisation> changed(PosthornClient client) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("paused", paused);
        List<String> scopes = client.keys().current().scopes();
        if (scopes == null || !scopes.contains("operator")) {
            return List.of(client.organisations().updateCurrent(fields));
        }
        return client.organisations().list().filter(PauseCommand::isThere).toList().stream()
                .map(found -> client.organisations().updateById(found.id(), fields))
                .toList();
    }

    private static boolean isThere(Organisation organisation) {
        return !"deactivated".equals(organisation.state());
    }

    private static String name(Organisation organisation) {
        return organisation.name() == null ? "" : organisation.name();
    }
}
