package dev.posthorn.cli.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands on one page of Markdown, made from the commands themselves. */
final class Manual {
    private static final String INTRODUCTION =
            """
            # The command line

            Made by `posthorn manual` from the commands themselves; a test of the build holds this page against them.

            | Option of every command | |
            |---|---|
            | `--help` | says what the command takes |
            | `--url URL` | the server (default: `http://127.0.0.1:8080`). Where an endpoint is made `--url` is that of the endpoint: the server is named before the command, or with `--server` |
            | `--token TOKEN` | token of a key. On the server's own machine the operator's is read from the data folder |
            | `--data-folder PATH` | of a server here, to read its token (default: `./posthorn-data`, or `POSTHORN_DATA`) |
            | `--json` | prints JSON, also on a terminal; what is not a terminal gets JSON anyway |

            Server and token are looked for in flags, then in `POSTHORN_URL` and `POSTHORN_TOKEN`, then in `~/.posthorn.properties`
            (`posthorn config init` writes it). Flags may stand before the command or behind it. Tables and colours are for terminals;
            `NO_COLOR` turns colours off. Results go to the standard output, everything else to the standard error stream.

            Exit codes: `0` done, `1` refused or failed, `2` the command line makes no sense. Every error says what to do next.
            """;

    /** Said once, above. */
    private static final List<String> EVERYWHERE =
            List.of("--url", "--server", "--token", "--data-folder", "--json", "--help");

    /** A command under a second name has the same subcommands: they are on the page once. */
    private final Set<Class<?>> shown = new HashSet<>();

    private final CommandLine root;
    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    Manual(CommandLine root) {
        this.root = root;
    }

    String text() {
        contents();
        root.getSubcommands().forEach((_, command) -> command(command, "##"));
        return page.toString();
    }

    private void contents() {
        page.append("\n| Command | |\n|---|---|\n");
        root.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .forEach(command ->
                        row(
                                "[`%s`](#%s)"
                                        .formatted(
                                                command.qualifiedName(),
                                                command.qualifiedName().replace(' ', '-')),
                                description(command).findFirst().orElse("")));
    }

    private void command(CommandLine command, String heading) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        page.append("\n%s %s\n".formatted(heading, spec.qualifiedName()));
        page.append(description(spec).collect(Collectors.joining("\n"))).append('\n');
        if (spec.userObject() instanceof Callable<?>) {
            page.append("\n```\n").append(synopsis(spec)).append("```\n");
            arguments(spec);
        }
        if (shown.add(spec.userObject().getClass())) {
            command.getSubcommands().forEach((_, sub) -> command(sub, heading + "#"));
        }
    }

    private static Stream<String> description(CommandSpec spec) {
        return Arrays.stream(spec.usageMessage().description())
                .map(line -> line.replace("%n", "\n"));
    }

    /** Without the options of every command, which would drown the rest. */
    private static String synopsis(CommandSpec spec) {
        var words = new ArrayList<String>();
        words.add(spec.qualifiedName());
        own(spec).filter(OptionSpec::required).map(Manual::form).forEach(words::add);
        if (own(spec).anyMatch(option -> !option.required())) {
            words.add("[OPTIONS]");
        }
        spec.positionalParameters().stream()
                .map(parameter ->
                        parameter.required()
                                ? parameter.paramLabel()
                                : "[" + parameter.paramLabel() + "]")
                .forEach(words::add);
        return String.join(" ", words) + "\n";
    }

    private void arguments(CommandSpec spec) {
        Map<String, String> rows = new TreeMap<>();
        own(spec).forEach(option -> rows.put("`" + form(option) + "`", about(option)));
        if (rows.isEmpty() && spec.positionalParameters().isEmpty()) {
            return;
        }
        page.append("\n| Option | |\n|---|---|\n");
        spec.positionalParameters()
                .forEach(parameter -> row("`" + parameter.paramLabel() + "`", about(parameter)));
        rows.forEach(this::row);
    }

    private static Stream<OptionSpec> own(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .filter(option -> !isEverywhere(option));
    }

    /** The {@code --url} of an endpoint is an option of its own. */
    private static boolean isEverywhere(OptionSpec option) {
        String name = option.longestName();
        return EVERYWHERE.contains(name)
                && (!name.equals("--url") || about(option).startsWith("the server"));
    }

    private static String form(OptionSpec option) {
        String name = (option.negatable() ? "--[no-]" : "--") + option.longestName().substring(2);
        return option.arity().max() == 0 ? name : name + " " + option.paramLabel();
    }

    private static String about(ArgSpec argument) {
        return String.join(" ", argument.description()).replace("%%", "%");
    }

    private void row(String left, String right) {
        page.append("| ").append(cell(left)).append(" | ").append(cell(right)).append(" |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").strip();
    }
}
