package dev.posthorn.cli.receiver;

import dev.posthorn.cli.connection.ClientOptions;
import dev.posthorn.cli.connection.Connections;
import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.StopSignal;
import dev.posthorn.cli.terminal.Style;
import dev.posthorn.cli.terminal.Terminal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
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
            "A forged request is answered 401 when its token is wrong, else 400. Give the same"
                    + " secret to `posthorn endpoint create --secret`, or the one it printed to"
                    + " --secret here."
        })
public final class ListenCommand implements Callable<Integer> {
    private final Context context;
    private final StopSignal stop;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "where to listen (default: 127.0.0.1)")
    private String host = "127.0.0.1";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PORT",
            description = "0 for any free one (default: 8090)")
    private int port = 8090;

    @Option(
            names = "--secret",
            paramLabel = "TEXT",
            description = "what requests are signed with; may be repeated")
    private List<String> secrets = new ArrayList<>();

    @Option(
            names = "--forward-to",
            paramLabel = "URL",
            description = "pass genuine requests on to a program, and its answer back")
    private @Nullable URI forwardTo;

    @Option(
            names = "--only",
            paramLabel = "SLUGS",
            split = ",",
            description = "print only these types")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--exclude",
            paramLabel = "SLUGS",
            split = ",",
            description = "print all but these")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--bodies", description = "print what the requests say")
    private boolean bodies;

    @Option(
            names = "--status",
            paramLabel = "N",
            description = "answer this to genuine requests (default: 200)")
    private int status = 200;

    @Option(
            names = "--delay",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "take this long to answer, such as 500ms")
    private Duration delay = Duration.ZERO;

    @Option(
            names = "--fail-rate",
            paramLabel = "SHARE",
            description = "answer 500 to this share of requests, such as 0.3")
    private double failRate;

    @Option(
            names = "--webhook-url",
            paramLabel = "URL",
            description = {
                "under which the server reaches this receiver: makes an endpoint for it, and",
                "deactivates that at the end"
            })
    private @Nullable String webhookUrl;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "of the endpoint made for --webhook-url (default: standard)")
    private String profile = "standard";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "with --webhook-url: the server (default: http://127.0.0.1:8080)")
    private @Nullable String url;

    @Mixin private final ClientOptions options = new ClientOptions();
    @Spec private @Nullable CommandSpec spec;

    public ListenCommand(Context context, StopSignal stop) {
        this.context = context;
        this.stop = stop;
    }

    @Override
    public Integer call() throws InterruptedException {
        Registration registration = registration();
        Receiver receiver = Receiver.start(host, port, listener(registration));
        announce(context.terminal(), receiver.port());
        registration.start();
        stop.await(() -> {
            registration.end();
            receiver.close();
        });
        return 0;
    }

    private Listener listener(Registration registration) {
        var printer = new VisitPrinter(context.terminal(), new SlugFilter(only, exclude), bodies);
        var behaviour = Behaviour.of(status, delay, failRate, RandomGenerator.getDefault());
        var forwarder = forwardTo == null ? null : new Forwarder(forwardTo);
        registration.secret().ifPresent(secrets::add);
        return new Listener(SecretsCheck.of(secrets), behaviour, forwarder, printer);
    }

    private Registration registration() {
        if (webhookUrl == null) {
            return Registration.NONE;
        }
        CommandSpec self = Objects.requireNonNull(spec);
        var client = Connections.client(self, options, url, context);
        var wanted = only.isEmpty() ? List.of("*") : only;
        return Registration.of(client, webhookUrl, profile, wanted, context.terminal());
    }

    private void announce(Terminal terminal, int actualPort) {
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + actualPort;
        terminal.line("Listening on " + terminal.paint(Style.BOLD, url) + "  (Ctrl-C ends)");
        if (secrets.isEmpty()) {
            terminal.line("Signatures are not checked: there is no --secret.");
        }
    }
}
