package dev.posthorn.cli.reference;

import dev.posthorn.cli.process.Context;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code posthorn completion}. */
@Command(
        name = "completion",
        description = {
            "Print the script that lets bash or zsh complete commands and options.",
            "",
            "For this shell: source <(posthorn completion). For good: add that line to ~/.bashrc or"
                    + " ~/.zshrc."
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Context context;
    private final Supplier<CommandLine> all;

    /** {@code all}: a command line with every command there is. */
    public CompletionCommand(Context context, Supplier<CommandLine> all) {
        this.context = context;
        this.all = all;
    }

    @Override
    public Integer call() {
        context.terminal().out().print(AutoComplete.bash("posthorn", all.get()));
        return 0;
    }
}
