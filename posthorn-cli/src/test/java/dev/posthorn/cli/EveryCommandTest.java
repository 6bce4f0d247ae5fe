package dev.posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.cli.connection.ApiCommand;
import dev.posthorn.cli.server.ServerStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every command that asks a server, whichever it is. */
class EveryCommandTest {
    /** What an option or a parameter takes, by its label. */
    private static final Map<String, String> SAMPLES =
            Map.of(
                    "FILE", "types.yaml",
                    "TIME", "1h",
                    "URL", "http://127.0.0.1:1/",
                    "NAMES", "read",
                    "JSON|@FILE|-", "{}");

    /** Commands that need more than what their options say is required. */
    private static final Map<String, List<String>> MORE =
            Map.of("update", List.of("--set", "name=\"x\""), "send", List.of("--type", "a"));

    private static final String DOCUMENT =
            "{\"openapi\":\"3.1.0\",\"webhooks\":{\"a.b\":{\"post\":{}}}}";

    @TempDir static Path folder;

    static Stream<List<String>> commands() throws IOException {
        Files.writeString(folder.resolve("types.yaml"), DOCUMENT);
        CommandLine root =
                new Commands(new Cli(folder).context(), ServerStarter.EMBEDDED, Runnable::run)
                        .rootFor();
        List<List<String>> found = new ArrayList<>();
        root.getSubcommands().values().forEach(command -> collect(command, found));
        assertThat(found).hasSizeGreaterThan(50);
        return found.stream();
    }

    private static void collect(CommandLine command, List<List<String>> found) {
        if (command.getCommandSpec().userObject() instanceof ApiCommand) {
            found.add(arguments(command.getCommandSpec()));
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, found));
    }

    /** As somebody would call it: everything it needs, and no more. */
    private static List<String> arguments(CommandSpec spec) {
        String words = spec.qualifiedName().substring("posthorn ".length());
        List<String> arguments = new ArrayList<>(Arrays.asList(words.split(" ", -1)));
        for (OptionSpec option : spec.options()) {
            if (option.required()) {
                arguments.add(option.longestName());
                if (option.arity().max() > 0) {
                    arguments.add(SAMPLES.getOrDefault(option.paramLabel(), "x"));
                }
            }
        }
        if (!spec.name().equals("export")) {
            spec.positionalParameters()
                    .forEach(one -> arguments.add(SAMPLES.getOrDefault(one.paramLabel(), "x")));
        }
        arguments.addAll(MORE.getOrDefault(spec.name(), List.of()));
        return arguments;
    }

    private static Cli.Result run(List<String> command, String... more) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(command);
        all.addAll(List.of(more));
        return new Cli(folder).run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void says_that_nothing_answers_and_what_to_do(List<String> command) throws IOException {
        String url;
        try (var gone = new FakeApi()) {
            url = gone.url();
        }
        assertThat(run(command, "--server", url))
                .isEqualTo(
                        new Cli.Result(
                                1,
                                "",
                                "posthorn: nothing answers at "
                                        + url
                                        + "\nStart a server with `posthorn serve --dev`, or name"
                                        + " another with --url.\n"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void says_what_to_do_about_a_wrong_token(List<String> command) throws IOException {
        try (var api = new FakeApi().refusing(401)) {
            Cli.Result result = run(command, "--server", api.url(), "--token", "wrong");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("posthorn: No.\nGive --token or set POSTHORN_TOKEN");
            assertThat(api.calls().get(0).authorization()).isEqualTo("Token wrong");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void has_help_and_refuses_options_it_does_not_know(List<String> command) {
        assertThat(run(command, "--help").exitCode()).isZero();
        Cli.Result wrong = run(command, "--no-such-option");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("unknown option --no-such-option", "\nTry: posthorn ");
    }
}
