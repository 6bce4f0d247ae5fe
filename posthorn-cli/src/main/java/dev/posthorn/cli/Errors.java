package dev.posthorn.cli;

import dev.posthorn.cli.connection.Failures;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import dev.posthorn.client.PosthornException;
import dev.posthorn.server.settings.Nearest;
import dev.posthorn.server.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong and what to do next. */
final class Errors {
    private final Terminal terminal;

    Errors(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command line that cannot be understood. */
    int usage(ParameterException failure, String[] args) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        print(
                failure instanceof UnmatchedArgumentException unmatched
                        ? unknown(unmatched)
                        : String.valueOf(failure.getMessage()));
        terminal.note("Try: " + command.qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String unknown(UnmatchedArgumentException failure) {
        String word = failure.getUnmatched().get(0);
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        boolean option = word.startsWith("-");
        List<String> known =
                new ArrayList<>(
                        option ? command.optionsMap().keySet() : command.subcommands().keySet());
        return (option ? "unknown option " : "unknown argument ")
                + word
                + Nearest.hint(word, known);
    }

    /** A command that could not be carried out. */
    int execution(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        switch (failure) {
            case PosthornException refused -> print(String.join("\n", Failures.lines(refused)));
            case SettingsException settings -> settings.problems().forEach(this::print);
            case Failure known -> {
                print(String.valueOf(known.getMessage()));
                if (!known.next().isEmpty()) {
                    terminal.note(known.next());
                }
                return known.isUsage() ? ExitCode.USAGE : ExitCode.SOFTWARE;
            }
            default -> throw failure;
        }
        return ExitCode.SOFTWARE;
    }

    private void print(String message) {
        terminal.note(terminal.paintNote(Style.BAD, "posthorn: ") + message);
    }
}
