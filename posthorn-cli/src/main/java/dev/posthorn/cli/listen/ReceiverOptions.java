package dev.posthorn.cli.listen;

import dev.posthorn.cli.connection.DurationConverter;
import dev.posthorn.cli.receiver.Behaviour;
import dev.posthorn.cli.receiver.Forwarder;
import dev.posthorn.cli.receiver.JsonVisitPrinter;
import dev.posthorn.cli.receiver.Listener;
import dev.posthorn.cli.receiver.SecretsCheck;
import dev.posthorn.cli.receiver.SlugFilter;
import dev.posthorn.cli.receiver.Visit;
import dev.posthorn.cli.receiver.VisitPrinter;
import dev.posthorn.cli.terminal.Terminal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a receiver does with what it gets, wherever that comes from. */
final class ReceiverOptions {
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
            description = "only these types, such as user.*,comment.created")
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

    /** What cannot be meant; empty when there is nothing. */
    Optional<String> problem() {
        if (status < 200 || status > 599) {
            return Optional.of("--status must be 200 to 599");
        }
        if (!(failRate >= 0 && failRate <= 1)) {
            return Optional.of("--fail-rate must be 0 to 1");
        }
        boolean web =
                forwardTo == null
                        || (forwardTo.getHost() != null
                                && List.of("http", "https").contains(forwardTo.getScheme()));
        return web
                ? Optional.empty()
                : Optional.of("--forward-to must be a URL such as http://127.0.0.1:3000/webhooks");
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Types an endpoint made for this receiver subscribes to. */
    List<String> eventTypes() {
        return only.isEmpty() ? List.of("*") : only;
    }

    @Nullable URI forwardTo() {
        return forwardTo;
    }

    /**
     * {@code appends}: whether a path is what a profile puts behind the URL. {@code profile}: that
     * all requests are of, null for any. {@code more}: secrets beside those given.
     */
    Listener listener(
            Terminal terminal,
            boolean json,
            boolean appends,
            @Nullable String profile,
            Stream<String> more) {
        List<String> all = Stream.concat(secrets.stream(), more).distinct().toList();
        return new Listener(
                SecretsCheck.of(all, profile),
                Behaviour.of(status, delay, failRate, RandomGenerator.getDefault()),
                forwardTo == null ? null : new Forwarder(forwardTo, appends),
                printer(terminal, json));
    }

    private Consumer<Visit> printer(Terminal terminal, boolean json) {
        var filter = new SlugFilter(only, exclude);
        return json
                ? new JsonVisitPrinter(terminal, filter)
                : new VisitPrinter(terminal, filter, bodies);
    }
}
