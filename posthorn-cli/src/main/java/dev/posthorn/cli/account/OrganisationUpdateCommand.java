package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Change an organisation.")
final class OrganisationUpdateCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "its id, or your own uid")
    private String id = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String name;

    @Option(
            names = "--state",
            paramLabel = "active|deactivated|blocked",
            description = "only an active one publishes and is sent to")
    private @Nullable String state;

    @Mixin private final OrganisationFields others = new OrganisationFields();

    OrganisationUpdateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = others.fields(name);
        OtherFields.put(fields, "state", state);
        if (fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Say what to change, such as --name TEXT.");
        }
        output.one(client.raw().post(RawCalls.path("organisations", id), fields));
        return DONE;
    }
}
