package dev.posthorn.bench.micro;

import dev.posthorn.verifier.WebhookProfile;
import dev.posthorn.verifier.WebhookVerdict;
import dev.posthorn.verifier.WebhookVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to verify a request of 1 KiB, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerificationBenchmark {
    private static final long NOW = 1_763_785_740;

    @Param // Without values: all of them.
    WebhookProfile profile;

    private byte[] body;
    private Map<String, String> headers;
    private WebhookVerifier verifier;

    @Setup
    public void sign() {
        body = Kilobyte.json().getBytes(StandardCharsets.UTF_8);
        headers = SignedHeaders.of(profile, NOW, body);
        verifier =
                WebhookVerifier.builder(profile)
                        .secret(SignedHeaders.SECRET)
                        .clock(() -> Instant.ofEpochSecond(NOW))
                        .build();
        if (!(verify() instanceof WebhookVerdict.Genuine)) {
            throw new IllegalStateException("a refusal costs something else");
        }
    }

    /** Answers the verdict, so that nothing of the work can be left out. */
    @Benchmark
    public WebhookVerdict verify() {
        return verifier.check(headers::get, body);
    }
}
