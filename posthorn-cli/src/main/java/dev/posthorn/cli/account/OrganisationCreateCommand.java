package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make an organisation.")
final class OrganisationCreateCommand extends ClientCommand {
    @Option(
            names = "--name",
            required = true,
            paramLabel = "TEXT",
            description = "what people call it")
    private String name = "";

    @Option(names = "--uid", paramLabel = "TEXT", description = "an id of your own")
    private @Nullable String uid;

    @Option(
            names = "--default-profile",
            paramLabel = "NAME",
            description = "profile of its endpoints that name none")
    private @Nullable String defaultProfile;

    OrganisationCreateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        if (uid != null) {
            fields.put("uid", uid);
        }
        if (defaultProfile != null) {
            fields.put("default_profile", defaultProfile);
        }
        output.one(client.raw().post("/organisations", fields));
        return DONE;
    }
}
