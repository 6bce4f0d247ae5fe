package dev.posthorn.bench.subject;

import dev.posthorn.bench.seed.SeedCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Fills the folder of a program before its first start, as {@code posthorn bench seed} does. */
final class StoredEvents {
    private StoredEvents() {}

    static void make(SubjectSettings settings) {
        int events = settings.program().storedEvents();
        if (events == 0) {
            return;
        }
        StringWriter errors = new StringWriter();
        CommandLine seed = new CommandLine(new SeedCommand());
        seed.setOut(new PrintWriter(new StringWriter(), true));
        seed.setErr(new PrintWriter(errors, true));
        int code =
                seed.execute(
                        "--data",
                        settings.folder().toString(),
                        "--events",
                        Integer.toString(events));
        if (code != CommandLine.ExitCode.OK) {
            throw new IllegalStateException("cannot store events before: " + errors);
        }
    }
}
