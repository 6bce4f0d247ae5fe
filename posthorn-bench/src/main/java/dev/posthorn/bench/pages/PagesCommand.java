package dev.posthorn.bench.pages;

import dev.posthorn.bench.machine.Machine;
import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn bench pages}: exit code 0 when every page is fast enough, else 1. */
@Command(
        name = "pages",
        description = "Time every page of the dashboard over a data folder that 'seed' has filled.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class PagesCommand implements Callable<Integer> {
    private static final Pattern BIG =
            Pattern.compile("value=\"([0-9a-f-]{36})\"[^>]*>(?:<[^>]+>)*Customer 0<");

    @Option(names = "--data", required = true, paramLabel = "FOLDER", description = "What to read.")
    private Path data = Path.of("");

    @Option(
            names = "--requests",
            description = "Requests for each page, after as many that do not count.")
    private int requests = 50;

    @Option(names = "--most-ms", description = "What the slower half of a page must not exceed.")
    private int mostMs = 50;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Settings settings =
                DevMode.of(
                        Settings.standard()
                                .with(Known.LISTEN, "127.0.0.1:0")
                                .with(Known.DATA, data.toString()));
        PrintWriter out = spec.commandLine().getOut();
        try (Posthorn server = Posthorn.start(settings);
                SignedIn visitor =
                        SignedIn.at("http://127.0.0.1:" + server.port(), server.firstLink())) {
            out.println(Machine.describe(data).line());
            List<PageTime> all = timed("all organisations", visitor, out);
            visitor.post("/ui/organisations", "/ui/organisation", chosen(visitor));
            List<PageTime> one = timed("the largest organisation", visitor, out);
            all.addAll(one);
            return all.stream().allMatch(page -> page.ms(0.5) <= mostMs)
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static Map<String, String> chosen(SignedIn visitor) {
        return Map.of("organisation", visitor.find("/ui/organisations?text=Customer+0", BIG));
    }

    private List<PageTime> timed(String title, SignedIn visitor, PrintWriter out) {
        List<PageTime> times = new ArrayList<>();
        PageList.of(visitor).forEach((name, path) -> times.add(timed(name, path, visitor)));
        out.println();
        out.println(title);
        out.print(PageTime.table(times));
        out.flush();
        return times;
    }

    private PageTime timed(String name, String path, SignedIn visitor) {
        long[] nanos = new long[requests];
        int bytes = 0;
        for (int i = -requests; i < requests; i++) {
            long startedNs = System.nanoTime();
            var answer = visitor.get(path);
            long tookNs = System.nanoTime() - startedNs;
            if (answer.statusCode() != 200 && i >= 0) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            if (i >= 0) {
                nanos[i] = tookNs;
            }
            bytes = answer.body().length();
        }
        return PageTime.of(name, bytes, nanos);
    }
}
