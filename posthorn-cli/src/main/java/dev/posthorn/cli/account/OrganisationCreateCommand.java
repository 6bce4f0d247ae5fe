package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make an organisation.")
final class OrganisationCreateCommand extends ClientCommand {
    @Option(
            names = "--name",
            required = true,
            paramLabel = "TEXT",
            description = "what people call it")
    private String name = "";

    @Mixin private final OrganisationFields others = new OrganisationFields();

    OrganisationCreateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        output.one(client.raw().post("/organisations", others.fields(name)));
        return DONE;
    }
}
