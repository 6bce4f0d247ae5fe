package dev.posthorn.cli.endpoint;

import dev.posthorn.cli.connection.ApiCommand;
import dev.posthorn.cli.connection.OtherFields;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.terminal.Output;
import dev.posthorn.client.PosthornClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "create", description = "Make an endpoint, and wait for the verdict of its test.")
final class EndpointCreateCommand extends ApiCommand {
    private final String defaultProfile;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "the URL that receives (the server is named before the command)")
    private String url = "";

    @Option(names = "--uid", paramLabel = "TEXT", description = "an id of your own")
    private @Nullable String uid;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "ricloud, eventinsight, fastcomments, standard, cloudevents or svix")
    private @Nullable String profile;

    @Option(names = "--secret", paramLabel = "TEXT", description = "instead of a generated one")
    private @Nullable String secret;

    @Option(names = "--organisation", paramLabel = "ID", description = "whose endpoint it is")
    private @Nullable String organisation;

    @Mixin private final EndpointFields others = new EndpointFields();

    /** {@code defaultProfile}: what the command's own name stands for. */
    EndpointCreateCommand(Context context, String defaultProfile) {
        super(context);
        this.defaultProfile = defaultProfile;
    }

    @Override
    protected int run(PosthornClient client, Output output) throws InterruptedException {
        JsonNode created = client.raw().postAndAwait("/configs/webhook", fields(), Verdict.WAIT_S);
        return Verdict.of(client, created).print(output) ? DONE : FAILED;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = others.fields();
        fields.put("url", url);
        fields.put("profile", profile == null ? defaultProfile : profile);
        OtherFields.put(fields, "uid", uid);
        OtherFields.put(fields, "secret", secret);
        OtherFields.put(fields, "organisation", organisation);
        return fields;
    }
}
