package dev.posthorn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
    @TempDir Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void says_what_is_wrong_with_a_rate() {
        assertThat(run("--rate", "fast")).isEqualTo(1);
        assertThat(errors).hasToString(line("--rate is 'max' or a number, not fast"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void says_when_endpoints_do_not_fit_the_fan_out() {
        assertThat(run("--endpoints", "10", "--fan-out", "3")).isEqualTo(1);
        assertThat(errors)
                .hasToString(
                        line(
                                "--endpoints, --fan-out: 10 endpoints cannot be divided into groups"
                                        + " of 3"));
    }

    @Test
    void refuses_to_fill_the_disk() {
        assertThat(run("--runs", "1000000")).isEqualTo(1);
        assertThat(errors.toString()).contains("GiB free, this may need");
    }

    private int run(String... args) {
        CommandLine command = new CommandLine(new BenchCommand());
        command.setErr(new PrintWriter(errors, true));
        command.setOut(new PrintWriter(new StringWriter(), true));
        String[] all = new String[args.length + 2];
        all[0] = "--folder";
        all[1] = folder.toString();
        System.arraycopy(args, 0, all, 2, args.length);
        return command.execute(all);
    }

    private static String line(String message) {
        return "posthorn bench: " + message + System.lineSeparator();
    }
}
