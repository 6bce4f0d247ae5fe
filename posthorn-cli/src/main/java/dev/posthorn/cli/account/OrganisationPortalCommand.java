package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.ClientCommand;
import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.RawCalls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "portal",
        description = "Make a one-time link into the dashboard, limited to an organisation.")
final class OrganisationPortalCommand extends ClientCommand {
    @Parameters(paramLabel = "ID", description = "its id, or your own uid")
    private String id = "";

    @Option(
            names = "--scope",
            paramLabel = "manage|read",
            description = "what can be done there (default: read)")
    private @Nullable String scope;

    @Option(
            names = "--expires-in",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "how long the link can be followed (default: 1h)")
    private @Nullable Duration expiresIn;

    @Option(names = "--page", paramLabel = "PATH", description = "where it leads")
    private @Nullable String page;

    @Mixin private final OtherFields others = new OtherFields();

    OrganisationPortalCommand(Context context) {
        super(context);
    }

    @Override
    protected int run(PosthornClient client, Output output) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "scope", scope);
        OtherFields.put(fields, "expires_s", expiresIn == null ? null : expiresIn.toSeconds());
        OtherFields.put(fields, "page", page);
        others.addTo(fields);
        JsonNode portal = client.raw().post(RawCalls.path("organisations", id, "portal"), fields);
        if (output.isJson()) {
            output.json(portal);
        } else {
            output.terminal().line(portal.path("url").asString(""));
        }
        return DONE;
    }
}
