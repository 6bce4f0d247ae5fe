package dev.posthorn.server.ingest;

import dev.posthorn.bench.micro.Kilobyte;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The one walk over a publishing request: UTF-8, JSON, fields, and where {@code data} lies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PublishScanBenchmark {
    private static final long NOW_MS = 1_768_469_400_250L;

    private final EventParser parser = new EventParser(IngestLimits.DEFAULTS);

    @Param({"1", "100"})
    public int events = 1;

    private byte[] body = {};

    @Setup
    public void prepare() {
        String event =
                "{\"type\":\"user.updated\",\"entity_id\":7,\"data\":" + Kilobyte.json() + "}";
        String all = (event + ",").repeat(events);
        String array = "[" + all.substring(0, all.length() - 1) + "]";
        body = (events == 1 ? event : array).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Submission scan() {
        return parser.parse(body, false, NOW_MS);
    }
}
