package dev.posthorn.bench;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.plan.BenchRefusal;
import dev.posthorn.bench.plan.Load;
import dev.posthorn.bench.plan.Plan;
import dev.posthorn.bench.plan.Program;
import dev.posthorn.bench.plan.Receiving;
import dev.posthorn.bench.plan.SubjectKind;
import dev.posthorn.bench.plan.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command. */
final class BenchOptions {
    private static final String MAX = "max";

    @Option(
            names = "--subjects",
            split = ",",
            description = "What to measure, in turns: ${COMPLETION-CANDIDATES}.")
    private List<SubjectKind> subjects = List.of(SubjectKind.POSTHORN, SubjectKind.BARE);

    @Option(
            names = "--rate",
            description =
                    "Events per second, each due at a fixed moment; or 'max': as fast as it goes while"
                            + " at most --underway deliveries are on their way.")
    private String rate = MAX;

    @Option(names = "--connections", description = "Publishing connections, one request each.")
    private int connections = 128;

    @Option(names = "--underway", description = "Bound of deliveries on their way for --rate max.")
    private long underway = 5000;

    @Option(names = "--endpoints", description = "Endpoints, each with its own path and secret.")
    private int endpoints = 100;

    @Option(names = "--fan-out", description = "Endpoints that each event goes to.")
    private int fanOut = 1;

    @Option(names = "--batch", description = "Events per request.")
    private int batch = 1;

    @Option(names = "--event-bytes", description = "Size of an event's data.")
    private int eventBytes = 1024;

    @Option(names = "--idempotency-keys", description = "Give every event an idempotency key.")
    private boolean keyed;

    @Option(
            names = "--accept-only",
            description = "Publish what no endpoint wants: --underway then bounds the requests.")
    private boolean acceptOnly;

    @Option(names = "--tls", description = "Receivers speak HTTPS.")
    private boolean tls;

    @Option(
            names = "--answer-after",
            paramLabel = "MS",
            description = "Milliseconds that receivers think about each request.")
    private int answerAfterMs;

    @Option(
            names = "--hang",
            paramLabel = "ENDPOINTS",
            description = "So many endpoints never answer; only Posthorn can be measured so.")
    private int hanging;

    @Option(
            names = "--stored-events",
            description = "Events stored before the start, with 8 deliveries each.")
    private int storedEvents;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Not counted.")
    private int warmUpSeconds = 15;

    @Option(
            names = "--lead-in",
            paramLabel = "SECONDS",
            description = "Beginning of every run that is not counted.")
    private int leadInSeconds = 2;

    @Option(names = "--seconds", description = "Length of a run.")
    private int seconds = 20;

    @Option(names = "--runs", description = "Runs of each program; medians count.")
    private int runs = 3;

    @Option(names = "--loops", description = "Event loops: 1 shared by server and sender, or 2.")
    private int loops = 1;

    @Option(names = "--max-in-flight", description = "Requests to receivers at one time.")
    private int maxInFlight = 256;

    @Option(names = "--heap", description = "Heap of the programs under test, as after -Xmx.")
    private String heap = "1g";

    @Option(names = "--jvm", description = "A further JVM option of the programs under test.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the server.")
    private List<String> serverSettings = List.of();

    @Option(names = "--folder", description = "Where to put the data; on a real disk.")
    private @Nullable Path folder;

    @Option(names = "--keep", description = "Leave the data where it is.")
    private boolean keep;

    @Nullable Path folder() {
        return folder;
    }

    boolean keep() {
        return keep;
    }

    List<SubjectKind> subjects() {
        return subjects;
    }

    Plan plan(Path workspace) {
        return new Plan(
                new Load(
                        eventsPerSecond(),
                        connections,
                        underway,
                        fan(),
                        batch,
                        eventBytes,
                        keyed,
                        !acceptOnly),
                new Receiving(tls, Duration.ofMillis(answerAfterMs), hanging),
                new Program(loops, maxInFlight, storedEvents, heap, jvmOptions, serverSettings),
                new Timing(
                        Duration.ofSeconds(warmUpSeconds),
                        Duration.ofSeconds(leadInSeconds),
                        Duration.ofSeconds(seconds),
                        runs),
                workspace);
    }

    private Fan fan() {
        try {
            return new Fan(endpoints, fanOut);
        } catch (IllegalArgumentException e) {
            throw new BenchRefusal("--endpoints, --fan-out: " + e.getMessage());
        }
    }

    /** 0 for as fast as it goes. */
    private double eventsPerSecond() {
        try {
            return rate.equals(MAX) ? 0 : Double.parseDouble(rate);
        } catch (NumberFormatException _) {
            throw new BenchRefusal("--rate is 'max' or a number, not " + rate);
        }
    }
}
