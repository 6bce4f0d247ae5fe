package dev.posthorn.bench.micro;

import dev.posthorn.server.egress.EgressSettings;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.egress.UrlReading;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading and judging a URL, as happens when an endpoint is made and when an origin is new. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UrlVettingBenchmark {
    private final UrlPolicy policy = new UrlPolicy(EgressSettings.DEFAULTS);

    @Param({
        "https://receiver.example.com/webhooks/in?tenant=42",
        "https://93.184.215.14:8443/in",
        "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/in",
        "http://169.254.169.254/latest/meta-data"
    })
    public String url = "";

    @Benchmark
    public UrlReading read() {
        return policy.read(url);
    }
}
