package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(names = "--organisation", paramLabel = "ID", description = "whose key it is")
    private @Nullable String organisation;

    @Mixin private final KeyFields others = new KeyFields();

    KeyCreateCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("scopes", scopes);
        OtherFields.put(fields, "organisation", organisation);
        fields.putAll(others.fields(Instant.now()));
        output.one(client.raw().post("/keys", fields));
        return DONE;
    }
}
