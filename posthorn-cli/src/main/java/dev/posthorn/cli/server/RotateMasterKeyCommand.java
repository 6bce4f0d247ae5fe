package dev.posthorn.cli.server;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.server.MasterKeyRotation;
import dev.posthorn.server.secretbox.SealBrokenException;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.settings.SettingsInput;
import dev.posthorn.server.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code posthorn rotate-master-key}. */
@Command(
        name = "rotate-master-key",
        description = {
            "Make a new master key and seal all secrets with it.",
            "",
            "Stop the server first. A key in the data folder is replaced. A key of your own is not:"
                    + " name both in the setting, the new one first (master-key=NEW,OLD), run this,"
                    + " and leave the old one out. Servers started meanwhile take either."
        })
public final class RotateMasterKeyCommand implements Callable<Integer> {
    private final Context context;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "file with settings (default: ./posthorn.properties if there is one)")
    private @Nullable Path config;

    private RotateMasterKeyCommand(Context context) {
        this.context = context;
    }

    public static CommandLine of(Context context) {
        var command = new CommandLine(new RotateMasterKeyCommand(context));
        SettingsFlags.addTo(
                command.getCommandSpec(),
                List.of(Known.DATA, Known.MASTER_KEY, Known.MASTER_KEY_FILE));
        return command;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        if (!Files.isRegularFile(settings.dataFolder().resolve("posthorn.db"))) {
            throw new Failure(
                    "there is no database in " + settings.dataFolder(), "Name its folder: --data.");
        }
        MasterKeyRotation.Done done = rotated(settings);
        context.terminal().line("Sealed " + done.resealed() + " values with the new master key.");
        context.terminal()
                .line(
                        done.kept()
                                ? "Back up "
                                        + settings.dataFolder().resolve("master-key")
                                        + ": without it the secrets cannot be read."
                                : "Leave the old keys out of master-key now.");
        return 0;
    }

    private MasterKeyRotation.Done rotated(Settings settings) {
        try {
            return MasterKeyRotation.run(
                    settings, count -> context.terminal().note("sealed anew: " + count));
        } catch (SealBrokenException | IllegalArgumentException e) {
            throw new Failure(
                    String.valueOf(e.getMessage()), "Nothing is lost: run it again then.");
        }
    }

    private Settings settings() {
        CommandSpec self = Objects.requireNonNull(spec);
        Path file = config == null ? Path.of(SettingsInput.FILE_NAME) : config;
        var flags = SettingsFlags.given(self.commandLine().getParseResult());
        return SettingsReader.read(
                        SettingsInput.of(context.resolve(file), context.environment(), flags))
                .settings();
    }
}
