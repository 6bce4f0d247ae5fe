package dev.posthorn.cli.listen;

import dev.posthorn.cli.connection.ClientOptions;
import dev.posthorn.cli.connection.Connections;
import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.client.PosthornClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code posthorn listen}. */
@Command(
        name = "listen",
        description = {
            "Receive on this machine: check every profile's signature, and print what arrives.",
            "",
            "Without HOST it connects to the server and needs no URL: a temporary endpoint sends its"
                    + " requests down that connection, signed with a secret that stays the same. What"
                    + " is answered here is the outcome of the attempt. The endpoint goes with"
                    + " Ctrl-C, or a minute after the connection.",
            "",
            "With HOST or --webhook-url it listens for HTTP. A forged request is answered 401 when"
                    + " its token is wrong, else 400."
        })
public final class ListenCommand implements Callable<Integer> {
    private static final String USUAL_HOST = "127.0.0.1";
    private static final int USUAL_PORT = 8090;
    private static final String USUAL_PROFILE = "standard";

    private final Context context;
    private final StopSignal stop;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "listen for HTTP there instead of connecting to the server")
    private @Nullable String host;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PORT",
            description = "0 for any free one (default: 8090)")
    private int port = USUAL_PORT;

    @Mixin private final ReceiverOptions receiver = new ReceiverOptions();

    @Option(
            names = "--webhook-url",
            paramLabel = "URL",
            description = {
                "under which the server reaches HOST and PORT: makes an endpoint for it, waits",
                "until that is tested, and deactivates it at the end"
            })
    private @Nullable String webhookUrl;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "how requests look and are signed (default: standard)")
    private @Nullable String profile;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "keeps its secret from one time to the next (default: this machine's)")
    private @Nullable String name;

    @Option(
            names = "--organisation",
            paramLabel = "ID",
            description = "for the operator: whose events (default: default)")
    private @Nullable String organisation;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "how long the server waits for an answer, at most 60s")
    private @Nullable Duration timeout;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "the server (default: http://127.0.0.1:8080)")
    private @Nullable String url;

    @Mixin private final ClientOptions options = new ClientOptions();
    @Spec private @Nullable CommandSpec spec;

    public ListenCommand(Context context, StopSignal stop) {
        this.context = context;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec self = Objects.requireNonNull(spec);
        receiver.problem()
                .ifPresent(problem -> {
                    throw new CommandLine.ParameterException(self.commandLine(), problem);
                });
        boolean json = Connections.json(self, options);
        if (host == null && webhookUrl == null) {
            new Outgoing(context.terminal(), receiver, json).listen(client(), wish(), stop);
        } else {
            incoming(json).listen(host == null ? USUAL_HOST : host, port, stop);
        }
        return 0;
    }

    private Incoming incoming(boolean json) {
        String expected = webhookUrl == null || profile != null ? profile : USUAL_PROFILE;
        return new Incoming(context.terminal(), receiver, json, expected, registration());
    }

    private PosthornClient client() {
        return Connections.client(Objects.requireNonNull(spec), options, url, context);
    }

    private Registration registration() {
        return webhookUrl == null
                ? Registration.NONE
                : Registration.of(client(), webhookUrl, fields(), context.terminal());
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("profile", profile == null ? USUAL_PROFILE : profile);
        fields.put("event_types", receiver.eventTypes());
        if (organisation != null) {
            fields.put("organisation", organisation);
        }
        if (timeout != null) {
            fields.put("timeout_ms", timeout.toMillis());
        }
        return fields;
    }

    private Wish wish() {
        Map<String, @Nullable Object> fields = fields();
        receiver.secrets().stream().findFirst().ifPresent(own -> fields.put("secret", own));
        return new Wish(fields, name, ListenerName.usual(context.environment()));
    }
}
