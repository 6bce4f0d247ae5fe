package dev.posthorn.cli;

import dev.posthorn.cli.process.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** A command that has its name already, and says what to do until it is there. */
@Command
final class NotBuiltYet implements Callable<Integer> {
    /** What to do instead, by name. */
    static final Map<String, String> ALL =
            new TreeMap<>(
                    Map.of(
                            "backup",
                            "Stop the server and copy its data folder, master-key included.",
                            "restore",
                            "Stop the server and put the copy of its data folder back.",
                            "migrate",
                            "The database is brought up to date whenever a server starts.",
                            "doctor",
                            "Ask /readyz?strict, and look at `posthorn cluster` and the log.",
                            "check-store",
                            "Ask /readyz?strict: it fails when the store does."));

    private final String name;
    private final String instead;

    @SuppressWarnings("UnusedVariable") // Whatever is said with it gets the same answer.
    @Unmatched
    private List<String> rest = new ArrayList<>();

    @SuppressWarnings("UnusedVariable") // As above.
    @Parameters(hidden = true)
    private List<String> parameters = new ArrayList<>();

    private NotBuiltYet(String name, String instead) {
        this.name = name;
        this.instead = instead;
    }

    static CommandLine of(String name, String instead) {
        var command = new CommandLine(new NotBuiltYet(name, instead));
        command.setCommandName(name);
        command.getCommandSpec().usageMessage().hidden(true).description(instead);
        return command;
    }

    @Override
    public Integer call() {
        throw new Failure(name + " is not built yet", instead);
    }
}
