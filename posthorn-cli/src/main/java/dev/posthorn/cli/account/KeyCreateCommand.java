package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make a key; its token shows this once.")
final class KeyCreateCommand extends ClientCommand {
    @Option(
            names = "--scopes",
            required = true,
            split = ",",
            paramLabel = "NAMES",
            description = "operator, publish, manage or read; with commas between")
    private List<String> scopes = List.of();

    @Option(names = "--name", paramLabel = "TEXT", description = "what people call it")
    private @Nullable String name;

    @Option(names = "--organisation", paramLabel = "ID", description = "whose key it is")
    private @Nullable String organisation;

    @Option(
            names = "--endpoint",
            paramLabel = "ID",
            description = "where events published with it are routed")
    private @Nullable String endpoint;

    KeyCreateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scopes", scopes);
        if (name != null) {
            fields.put("name", name);
        }
        if (organisation != null) {
            fields.put("organisation", organisation);
        }
        if (endpoint != null) {
            fields.put("webhook_config", endpoint);
        }
        output.one(client.raw().post("/keys", fields));
        return DONE;
    }
}
