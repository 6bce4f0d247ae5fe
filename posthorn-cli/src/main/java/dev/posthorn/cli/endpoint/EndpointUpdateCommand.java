package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ApiCommand;
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

@Command(
        name = "update",
        description = "Change an endpoint; what a test depends on is tested again.")
final class EndpointUpdateCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "id of the endpoint")
    private String id = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the URL that receives (the server is named before the command)")
    private @Nullable String url;

    @Option(names = "--profile", paramLabel = "NAME", description = "another profile")
    private @Nullable String profile;

    @Option(
            names = "--state",
            paramLabel = "new|deactivated",
            description = "new tests it again, deactivated ends it")
    private @Nullable String state;

    @Mixin private final EndpointFields others = new EndpointFields();

    EndpointUpdateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        Map<String, Object> fields = others.fields();
        OtherFields.put(fields, "url", url);
        OtherFields.put(fields, "profile", profile);
        OtherFields.put(fields, "state", state);
        if (fields.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "Say what to change, such as --url URL.");
        }
        String path = RawCalls.path("configs", "webhook", id);
        var updated = client.raw().postAndAwait(path, fields, Verdict.WAIT_S);
        return Verdict.of(client, updated).print(output) ? DONE : FAILED;
    }
}
