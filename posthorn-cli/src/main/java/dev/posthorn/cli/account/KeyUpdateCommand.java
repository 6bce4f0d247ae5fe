package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Change a key.")
final class KeyUpdateCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "id of the key")
    private String id = "";

    @Option(
            names = "--scopes",
            split = ",",
            paramLabel = "NAMES",
            description = "operator, publish, manage or read; with commas between")
    private @Nullable List<String> scopes;

    @Option(
            names = "--state",
            paramLabel = "active|deactivated|blocked",
            description = "only an active one is let in")
    private @Nullable String state;

    @Mixin private final KeyFields others = new KeyFields();

    KeyUpdateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = others.fields(Instant.now());
        OtherFields.put(fields, "scopes", scopes);
        OtherFields.put(fields, "state", state);
        if (fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Say what to change, such as --name TEXT.");
        }
        output.one(client.raw().post(RawCalls.path("keys", id), fields));
        return DONE;
    }
}
