package dev.posthorn.cli.catalogue;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.JsonInput;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "put",
        description = {
            "Define a profile of your own, or change it.",
            "",
            "Such as --data '{\"signature\": {\"header\": \"X-Signature\"}}'; see docs/profiles.md."
        })
final class ProfilePutCommand extends ClientCommand {
    @Parameters(paramLabel = "NAME", description = "not one that is built in")
    private String name = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "JSON|@FILE|-",
            description = "method, body, headers and signature, as a JSON object")
    private String data = "";

    ProfilePutCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        var fields = JsonInput.of("--data", data, context());
        output.one(client.raw().put(RawCalls.path("profiles", name), fields));
        return DONE;
    }
}
