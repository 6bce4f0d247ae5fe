package dev.posthorn.cli.reference;

import dev.posthorn.cli.process.Context;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn manual}. */
@Command(
        name = "manual",
        description = {
            "Print the reference of all commands as Markdown.",
            "",
            "In a source tree: posthorn manual > docs/cli.md"
        })
public final class ManualCommand implements Callable<Integer> {
    private final Context context;
    private final Supplier<CommandLine> all;

    /** {@code all}: a command line with every command there is. */
    public ManualCommand(Context context, Supplier<CommandLine> all) {
        this.context = context;
        this.all = all;
    }

    @Override
    public Integer call() {
        context.terminal().out().print(new Manual(all.get()).text());
        return 0;
    }
}
