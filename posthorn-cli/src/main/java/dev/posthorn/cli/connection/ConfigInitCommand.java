package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        description = {
            "Write ~/.posthorn.properties, readable by you alone, once the server let the token in.",
            "",
            "With --token - the token is read from the standard input, and so is in no history."
        })
final class ConfigInitCommand extends SettingsCommand {
    @Option(names = "--force", description = "replace the file that is there")
    private boolean force;

    @Option(names = "--no-check", description = "do not ask the server")
    private boolean unchecked;

    ConfigInitCommand(Context context) {
        super(context);
    }

    @Override
    int run(ClientOptions.Chosen given, Output output) throws IOException {
        UserFile file = UserFile.of(context());
        if (file.isThere() && !force) {
            throw new Failure(
                    file.path() + " is there already",
                    "Look at it with `posthorn config view`, or add --force to replace it.");
        }
        ClientSettings settings = settings(given);
        if (!unchecked) {
            new PosthornClient(settings.url(), settings.token()).withoutRetries().keys().current();
        }
        file.write(lines(settings));
        say(file, settings, output.terminal());
        return 0;
    }

    /** Without what stands in the file that is replaced, which may be broken. */
    private ClientSettings settings(ClientOptions.Chosen given) throws IOException {
        var elsewhere =
                new Context(
                        context().terminal(),
                        context().environment(),
                        context().home().resolve("no such folder"),
                        context().folder());
        return ClientSettings.of("-".equals(given.token()) ? read(given) : given, elsewhere);
    }

    private ClientOptions.Chosen read(ClientOptions.Chosen given) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(context().terminal().in(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null || line.isBlank()) {
            throw new Failure("the standard input has no token", "Give it a line with one.");
        }
        return new ClientOptions.Chosen(given.url(), line.strip(), given.data(), given.json());
    }

    /** The token of a server here stays where it is: in the data folder, always the right one. */
    private static Map<String, String> lines(ClientSettings settings) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("url", settings.url());
        if (!settings.token().isEmpty() && !isOfDataFolder(settings)) {
            lines.put("token", settings.token());
        }
        return lines;
    }

    private static boolean isOfDataFolder(ClientSettings settings) {
        return settings.credential().from().endsWith("admin-token");
    }

    private static void say(UserFile file, ClientSettings settings, Terminal terminal) {
        terminal.line(terminal.paint(Style.GOOD, "✓ ") + file.path() + " names " + settings.url());
        if (isOfDataFolder(settings)) {
            terminal.line("The token stays in " + settings.credential().from() + ".");
        } else if (settings.token().isEmpty()) {
            terminal.line("It has no token: give --token, or set POSTHORN_TOKEN for each call.");
        }
    }
}
